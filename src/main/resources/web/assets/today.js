// Keeps today's figures fresh.
import {swapper, whileSeen} from '/assets/swap.js';

const PERIOD_MS = 5000;

whileSeen(PERIOD_MS, swapper('#figures'));
