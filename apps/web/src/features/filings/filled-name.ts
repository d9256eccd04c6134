import { atMost, FILLED } from '../../shared/form/filled';

export const FILLED_NAME = [...FILLED, atMost(100)];
