import type { Closure } from './queries';

/** What is looked at and when, for the office and for who has ended. */
export function closureWords(
  { status, endsOn }: Pick<Closure, 'status' | 'endsOn'>,
  ofOffice: boolean,
  inWords: (day: string) => string,
): string {
  switch (status) {
    case 'OPEN':
      return ofOffice
        ? `${inWords(endsOn)}终止服务，当天列入待办：核实服务对象是否都已妥善安置，应退的费用是否都已退还。`
        : `${inWords(endsOn)}终止服务以后，主管机关会核实人员是否妥善安置、费用是否退还，请留存安置、退费的凭证并配合。`;
    case 'UNSETTLED':
      return ofOffice
        ? '还没有全部完成，请继续督促、帮助安置和退费，到期前再次核实。'
        : '主管机关核实还没有全部完成，请尽快安置人员、退还费用，并告知主管机关。';
    case 'SETTLED':
      return ofOffice
        ? '人员安置和退费已经完成；记录有误的，以新的记录更正。'
        : '主管机关核实人员安置和退费已经完成。';
  }
}
