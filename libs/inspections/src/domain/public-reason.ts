import { refuse } from '@zhaoguan/contracts';
import { holdsMail, holdsPersonalNumber, plainDigits } from '@zhaoguan/kernel';

const FOUND = '身份证号、电话等号码或者电子邮箱';

/**
 * Why a draw was voided, an institution replaced or an inspector stood in for is published with the draw and never taken back, so what
 * holds a number of a person is refused, not masked: the official writes it anew and knows what is read.
 * @law 个人信息保护法第二十五条
 * @throws PERSONAL_DATA_IN_PUBLIC_WORDS naming what was found, without repeating it
 */
export function requirePublicReason(reason: string): void {
  const written = plainDigits(reason.normalize('NFKC')).trim();
  if (!holdsPersonalNumber(written) && !holdsMail(written)) return;
  throw refuse('PERSONAL_DATA_IN_PUBLIC_WORDS', { found: [FOUND] }, [
    {
      pointer: '/reason',
      code: 'PERSONAL_DATA_IN_PUBLIC_WORDS',
      message: `理由随抽取公开，不能含有${FOUND}，请删去后再办理`,
    },
  ]);
}
