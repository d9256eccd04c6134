import type { Schemas } from '@zhaoguan/api-client';

export type SendingClosure = Schemas['SendingClosureDto'];

/** What a closure of another institution says of the one that files now. */
function sentHere(
  { name, endsOn, people, takesOver, granted }: SendingClosure,
  inWords: (day: string) => string,
): string {
  const said = [
    ...(people === null ? [] : [`有 ${people} 人转入本机构`]),
    ...(takesOver ? ['由本机构承接'] : []),
  ].join('，');
  const from = endsOn === null ? '' : `自${inWords(endsOn)}起`;
  return `“${name}”${granted ? '已准予' : '已申请'}${from}终止服务${granted ? '' : '（尚未决定）'}，安置方案写明${said}`;
}

/** For who files that it stops itself: a hint, for what the other one wrote may have been settled otherwise. */
export const sentHereForApplicant = (closure: SendingClosure, inWords: (day: string) => string): string =>
  `${sentHere(closure, inWords)}。请先与它商定这些人的去向；已经转入的，写入本件的安置方案。`;

/** For who decides. */
export const sentHereForOffice = (closure: SendingClosure, inWords: (day: string) => string): string =>
  `${sentHere(closure, inWords)}。请与两家核对这些人的去向；已经转入的，应当列入本件的安置方案。`;
