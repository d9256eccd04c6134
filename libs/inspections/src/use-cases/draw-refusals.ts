import { departmentLabel, refuse } from '@zhaoguan/contracts';
import { DrawError } from '@zhaoguan/draw';

/** What the draw cannot do, as officials are told; any other error as it is. */
export function refusalOfDraw(error: unknown): unknown {
  if (!(error instanceof DrawError)) return error;
  if (error.code === 'RESERVES_EXHAUSTED') return refuse('RESERVES_EXHAUSTED');
  if (error.code !== 'INFEASIBLE') return error;
  const [target, department = ''] = error.detail;
  return refuse('INFEASIBLE', { target, department, departmentName: departmentLabel(department) });
}
