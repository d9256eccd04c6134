import { Alert } from 'antd';
import { ApiFailure } from '../../../shared/api/failure';
import { explain } from '../../../shared/ui/failure';

/** Where the server takes nothing that is typed here: nobody fills in ten steps that are not kept. Of what has ended `ClosedNote` tells. */
export function RefusedNote({ error }: { readonly error: Error | null }) {
  if (!(error instanceof ApiFailure) || error.problem.code === 'INVALID_TRANSITION') return null;
  const { cause, advice } = explain(error);
  return (
    <Alert
      type="error"
      showIcon
      title={`填写的内容没有保存，不能提交：${cause}`}
      description={`${advice}没有保存的只留在这台设备上。`}
      style={{ marginBottom: 16 }}
    />
  );
}
