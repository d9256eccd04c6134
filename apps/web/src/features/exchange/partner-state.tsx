import { Mark } from '../../shared/ui/mark';
import type { Partner } from './queries';

/** Whether it is switched on, and whether something could not be sent to it. */
export function PartnerState({
  partner: { disabledAt, dead, folder, folderStanding },
}: {
  readonly partner: Partner;
}) {
  if (disabledAt !== null) return <Mark tone="stopped">已停用</Mark>;
  if (dead > 0) return <Mark tone="stopped">{dead} 项推送失败</Mark>;
  if (folder !== null && folderStanding?.problem) return <Mark tone="stopped">文件夹不能使用</Mark>;
  return <Mark tone="good">已启用</Mark>;
}
