/** Of a field that must be filled in. */
export const FILLED = [{ required: true, message: '请填写' }];

/** No limit in the box itself, which would cut off in silence what is pasted. */
export const atMost = (max: number) => ({ max, message: `不超过 ${max} 个字` });
