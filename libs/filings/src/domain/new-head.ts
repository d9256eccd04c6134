import type { FieldError } from '@zhaoguan/kernel';
import { fillIn, type Application, type ApplicationInput } from './application';

/**
 * Another name is another person: the number and the phone of the one before do not become theirs by silence. They are asked
 * for again, also where only the name is put right; with the name that was known they come back.
 *
 * @param base what the head was taken over from: the register, or an earlier filing; null where all was typed for this one
 */
export function withNewHead(
  base: Application | null,
  current: Application,
  input: ApplicationInput,
): Application {
  const next = fillIn(input, current);
  const [was, now] = [current.legalRepresentative, next.legalRepresentative];
  if (base === null || now.name === was.name) return next;
  const said = input.legalRepresentative ?? {};
  const registered = base.legalRepresentative;
  const isBack = now.name === registered.name;
  return {
    ...next,
    legalRepresentative: {
      name: now.name,
      residentId: said.residentId === undefined ? (isBack ? registered.residentId : null) : now.residentId,
      phone: said.phone === undefined ? (isBack ? registered.phone : null) : now.phone,
    },
  };
}

/**
 * Of a change of the head, what would be of two people: another name with the number of before, or another number with the name of before.
 * Either may be a correction, so it hinders nothing.
 */
export function headWarnings(
  { legalRepresentative: was }: Application,
  { legalRepresentative: now }: Application,
): (FieldError & { readonly message: string })[] {
  if (was.residentId === null || now.residentId === null || was.name === null || now.name === null) return [];
  const [isNamedAnew, isNumberedAnew] = [was.name !== now.name, was.residentId !== now.residentId];
  if (isNamedAnew === isNumberedAnew) return [];
  return [
    isNamedAnew
      ? {
          pointer: '/institution/legalRepresentative/residentId',
          code: 'HEAD_NUMBER_KEPT',
          message:
            '姓名改了，身份证号与原来的相同：换人的，请填写新负责人的身份证号；只更正姓名的，请核对无误',
        }
      : {
          pointer: '/institution/legalRepresentative/name',
          code: 'HEAD_NAME_KEPT',
          message: '身份证号改了，姓名与原来的相同：换人的，请填写新负责人的姓名；只更正号码的，请核对无误',
        },
  ];
}
