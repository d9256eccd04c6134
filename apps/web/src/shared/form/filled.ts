import { isSomeNumber, saysSomething } from '@zhaoguan/kernel';

/** Of a field that must be filled in. */
export const FILLED = [{ required: true, message: '请填写' }];

/** No limit in the box itself, which would cut off in silence what is pasted. */
export const atMost = (max: number) => ({ max, message: `不超过 ${max} 个字` });

/** Whatever is written says something: a dot or a figure tells nobody what was found. */
export const IN_WORDS = {
  validator: async (_: unknown, value: unknown) => {
    if (typeof value === 'string' && value.trim() !== '' && !saysSomething(value))
      throw new Error('请用文字写明，至少两个字');
  },
};

/** The number of a paper, as the server takes it: a dot is none. */
export const numberOfPaper = (message: string) => ({
  validator: async (_: unknown, value: unknown) => {
    if (typeof value === 'string' && value.trim() !== '' && !isSomeNumber(value)) throw new Error(message);
  },
});
