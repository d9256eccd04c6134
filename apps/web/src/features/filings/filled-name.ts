/** No limit in the box itself, which would cut off in silence what is pasted. */
export const FILLED_NAME = [
  { required: true, message: '请填写' },
  { max: 100, message: '不超过 100 个字' },
];
