import { Mark } from '../../../shared/ui/mark';
import { useCalendar } from '../../../shared/ui/use-calendar';
import { certificateState } from './certificate';
import type { Inspector } from './queries';

export function CertificateMark({ inspector }: { readonly inspector: Inspector }) {
  const { data } = useCalendar();
  if (!data) return null;
  const { tone, words } = certificateState(inspector, data.today);
  return <Mark tone={tone}>{words}</Mark>;
}
