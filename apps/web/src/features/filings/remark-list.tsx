import { Link } from 'react-router';
import { Panel } from '../../shared/ui/panel';
import { labelOf, PLACE } from './form/steps';
import { materialAt } from './materials';
import type { Filing, FilingForm } from './queries';

/**
 * What the authority wants put right, all at once (一次性告知), with the field or material each line is about; for who puts
 * it right, each line leads there.
 */
export function RemarkList({ filing, form }: { readonly filing: Filing; readonly form: FilingForm }) {
  if (filing.remarks.length === 0) return null;
  return (
    <Panel title={`补正意见（${filing.remarks.length} 处）`}>
      <ol>
        {filing.remarks.map(({ pointer, message }) => (
          <li key={pointer + message} className="typed-lines">
            {filing.editable ? (
              <Link to={`/filings/${filing.id}/form?${new URLSearchParams({ [PLACE]: pointer }).toString()}`}>
                {placeOf(filing, form, pointer)}
              </Link>
            ) : (
              <strong>{placeOf(filing, form, pointer)}</strong>
            )}
            ：{message}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Name of the field or material that a pointer speaks of. */
export function placeOf(filing: Filing, form: FilingForm, pointer: string): string {
  const code = materialAt(pointer);
  const material = filing.materials.find((each) => each.code === code);
  return material?.name ?? labelOf(form, pointer);
}
