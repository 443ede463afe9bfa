import { describeDying } from './dying.js';
import { codes } from './scenarios/codes.js';
import { delivering } from './scenarios/delivering.js';
import { sending } from './scenarios/sending.js';

describeDying([...sending, ...codes, ...delivering]);
