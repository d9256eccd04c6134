import { Panel } from '../../shared/ui/panel';
import { labelOf } from './form/steps';
import type { Filing, FilingForm } from './queries';

/** What the authority wants put right, all at once (一次性告知), with the field or material each line is about. */
export function RemarkList({ filing, form }: { readonly filing: Filing; readonly form: FilingForm }) {
  if (filing.remarks.length === 0) return null;
  return (
    <Panel title={`补正意见（${filing.remarks.length} 处）`}>
      <ol>
        {filing.remarks.map(({ pointer, message }) => (
          <li key={pointer + message}>
            <strong>{placeOf(filing, form, pointer)}</strong>：{message}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Name of the field or material that a pointer speaks of. */
export function placeOf(filing: Filing, form: FilingForm, pointer: string): string {
  const code = /^\/materials\/(.+)$/.exec(pointer)?.[1];
  const material = filing.materials.find((each) => each.code === code);
  return material?.name ?? labelOf(form, pointer);
}
