import { departmentLabel, refuse } from '@zhaoguan/contracts';
import { DrawError } from '@zhaoguan/draw';

/** What the draw cannot do, as officials are told; any other error as it is. */
export function refusalOfDraw(error: unknown): unknown {
  if (!(error instanceof DrawError)) return error;
  if (error.code === 'RESERVES_EXHAUSTED') return refuse('RESERVES_EXHAUSTED');
  if (error.code !== 'INFEASIBLE') return error;
  // Which institution it is may be a secret still.
  const [, department = ''] = error.detail;
  return refuse('INFEASIBLE', { department, departmentName: departmentLabel(department) });
}
