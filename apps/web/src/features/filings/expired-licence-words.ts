import { FILING_TYPE_LABELS } from '@zhaoguan/contracts';
import { dayInWords } from '../../shared/ui/dates';
import type { Filing } from './queries';

/**
 * That the licence has expired which a change or a resumption wants, for who hands it in and who decides; null where it holds.
 * @law 行政许可法第五十条、第七十条第一项
 */
export function expiredInWords(
  { licenceExpiredOn, type }: Pick<Filing, 'licenceExpiredOn' | 'type'>,
  reader: 'applicant' | 'official',
): string | null {
  if (licenceExpiredOn === null) return null;
  const what = FILING_TYPE_LABELS[type];
  const said = `这家机构的许可证有效期已于${dayInWords(licenceExpiredOn)}届满，没有延续，不能凭它提供服务（行政许可法第五十条、第七十条第一项）。`;
  return reader === 'applicant'
    ? `${said}${what}不能提交，已经提交的不会准予。请先申请延续，准予以后再办理。`
    : `${said}${what}不能准予，请不予办理并说明理由，告知申请人先申请延续。`;
}
