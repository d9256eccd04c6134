import type { Schemas } from '@zhaoguan/api-client';
import { GradeMark } from '../../../shared/ui/status';
import { ratioInWords } from '../words';
import '../plans/plans.css';

/** Per grade: the ratio, how many stand in the hat, how many are drawn. */
export function StrataTable({ strata }: { readonly strata: readonly Schemas['StratumPreviewDto'][] }) {
  const sum = (of: (stratum: Schemas['StratumPreviewDto']) => number) =>
    strata.reduce((total, stratum) => total + of(stratum), 0);
  return (
    <table className="strata strata-counts">
      <caption className="visually-hidden">各信用等级的家数</caption>
      <thead>
        <tr>
          <th scope="col">信用等级</th>
          <th scope="col">抽查比例</th>
          <th scope="col">列入</th>
          <th scope="col">抽取</th>
        </tr>
      </thead>
      <tbody>
        {strata.map(({ key, basisPoints, minimum, targets, drawn }) => (
          <tr key={key}>
            <th scope="row">
              <GradeMark grade={key} />
            </th>
            <td data-label="抽查比例">
              {ratioInWords(basisPoints)}
              {minimum > 0 && <span className="muted">，至少 {minimum} 家</span>}
            </td>
            <td data-label="列入">{targets} 家</td>
            <td data-label="抽取">{drawn} 家</td>
          </tr>
        ))}
        <tr>
          <th scope="row">合计</th>
          <td data-label="抽查比例">－</td>
          <td data-label="列入">{sum(({ targets }) => targets)} 家</td>
          <td data-label="抽取">
            <strong>{sum(({ drawn }) => drawn)} 家</strong>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
