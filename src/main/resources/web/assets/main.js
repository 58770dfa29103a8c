import {startFigures} from '/assets/figures.js';
import {startVerify} from '/assets/verify.js';

startFigures();
startVerify();
