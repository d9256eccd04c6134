import { Alert } from 'antd';
import { Mark } from '../../../shared/ui/mark';
import type { Filing } from '../queries';
import { retractedInWords, supersededInWords } from './retraction-words';

/** At the top of a case that was taken back or fell before its day: its acceptance stays as it was recorded, and nothing came of it. */
export function RetractedNote({ filing }: { readonly filing: Filing }) {
  const said = retractedInWords(filing) ?? supersededInWords(filing);
  return said === null ? null : (
    <Alert role="note" type="info" showIcon title={said} style={{ marginBottom: 16 }} />
  );
}

/** In a list, beside the state of the case. */
export function RetractedMark({ line: { retracted } }: { readonly line: { readonly retracted: boolean } }) {
  return retracted ? <Mark tone="stopped">已撤回</Mark> : null;
}
