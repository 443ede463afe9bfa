import { describeDying } from './dying.js';
import { onTheWay } from './scenarios/onTheWay.js';
import { redeeming } from './scenarios/redeeming.js';

describeDying([...redeeming, ...onTheWay]);
