import { checkUscc } from '@zhaoguan/kernel';

const USCC_LENGTH = 18;

/** Check of a field that takes a code; what is empty is for another check to name. */
export function validUscc(code: string | undefined): Promise<void> {
  if (code === undefined || code === '' || checkUscc(code).ok) return Promise.resolve();
  const { length } = code.replace(/\s/g, '');
  const fault =
    length === USCC_LENGTH
      ? '信用代码不正确，请对照证书核对，注意区分 0 和 O、1 和 I'
      : `信用代码应为 ${USCC_LENGTH} 位，现在是 ${length} 位`;
  return Promise.reject(new Error(fault));
}
