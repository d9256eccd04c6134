import { instantInWords } from '../../../shared/ui/dates';
import type { Task } from './queries';

/** Who took whose place in the team; no fact where nobody did. */
export function standInFacts(standIns: Task['standIns']) {
  if (standIns.length === 0) return [];
  return [
    {
      name: '替补',
      value: standIns.map(({ leftName, joinedName, reason, decidedAt }) => (
        <div key={decidedAt}>
          {instantInWords(decidedAt)}，
          {joinedName === null ? `没有人员可以接替${leftName}，检查终止` : `${joinedName}接替${leftName}`}（
          {reason}）
        </div>
      )),
    },
  ];
}
