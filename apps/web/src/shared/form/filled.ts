/** Of a field that must be filled in. */
export const FILLED = [{ required: true, message: '请填写' }];
