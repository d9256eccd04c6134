import { FILLED } from '../../shared/form/filled';

/** No limit in the box itself, which would cut off in silence what is pasted. */
export const FILLED_NAME = [...FILLED, { max: 100, message: '不超过 100 个字' }];
