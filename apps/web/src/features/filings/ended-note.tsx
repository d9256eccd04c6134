import { REMOVAL_WORDS } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { dayInWords } from '../../shared/ui/dates';
import type { Filing } from './queries';

/** That what was accepted is in force no more: the act of then stays as it was, and its proof proves nothing today. */
export function EndedNote({ filing: { ended, regime, filingNumber } }: { readonly filing: Filing }) {
  if (ended === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`${REMOVAL_WORDS[regime].ends[ended.endedAs]}，自${dayInWords(ended.endedOn)}起不再有效（编号 ${filingNumber ?? ''}）。以下是准予当时的内容。`}
      style={{ marginBottom: 16 }}
    />
  );
}
