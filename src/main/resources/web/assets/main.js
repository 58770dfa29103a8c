import {startFigures} from '/assets/figures.js';

startFigures();
