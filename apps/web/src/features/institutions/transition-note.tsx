import { dayInWords } from '../../shared/ui/dates';
import { useDaysLeft } from '../../shared/ui/use-calendar';
import type { Institution } from './queries';

interface TransitionNoteProps {
  readonly institution: Institution;
  readonly mayFile: boolean;
}

/** That the law asks for a licence now, and until when the filing stands without one (过渡期). */
export function TransitionNote({ institution: { transitionUntil }, mayFile }: TransitionNoteProps) {
  const left = useDaysLeft(transitionUntil);
  if (transitionUntil === null || left === undefined) return null;
  return (
    <p className="notice">
      这类机构现在实行许可。
      {left < 0
        ? `过渡期已于 ${dayInWords(transitionUntil)}届满，这家机构还没有取得许可；`
        : `这家机构的备案在过渡期内继续有效，到 ${dayInWords(transitionUntil)}为止；`}
      {mayFile ? '请办理许可申请，已填报的内容会自动带出。' : '需要取得许可。'}
    </p>
  );
}
