import { describeDying } from './dying.js';
import { visiting } from './scenarios/visiting.js';

describeDying(visiting);
