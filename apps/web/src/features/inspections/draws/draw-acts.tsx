import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useOpenDraw, useVoidDraw, type Draw } from './queries';

type Act = 'open' | 'void' | 'discard';

/** What ends a draw: opening it, or throwing it away. */
export function DrawActs({ draw }: { readonly draw: Draw }) {
  const [asked, ask] = useState<Act | null>(null);
  const may = (act: Act) => draw.availableActions.includes(act);
  const close = () => ask(null);
  return (
    <>
      {may('void') && <Button onClick={() => ask('void')}>作废抽取公告</Button>}
      {may('discard') && <Button onClick={() => ask('discard')}>作废抽取结果</Button>}
      {may('open') && (
        <Button type="primary" onClick={() => ask('open')}>
          公开抽取
        </Button>
      )}
      {asked === 'open' && <Opening draw={draw} onClose={close} />}
      {asked === 'void' && (
        <Voiding
          draw={draw}
          onClose={close}
          act="作废抽取公告"
          consequences={[
            '这次抽取到此为止，不再抽取；公告仍然公开可查，注明已作废和理由。',
            '仍要抽查的，选定新的公开随机数，另发公告。',
          ]}
        />
      )}
      {asked === 'discard' && (
        <Voiding
          draw={draw}
          onClose={close}
          act="作废抽取结果"
          consequences={[
            '这次抽取作废，检查任务全部取消。有机构开始检查以后，就不能再作废。',
            '抽取的随机数、名单和结果立即全部公开，任何人都能验证作废之前抽中了谁。',
            '作废的理由随之公开，不能撤销。',
          ]}
        />
      )}
    </>
  );
}

interface ActProps {
  readonly draw: Draw;
  readonly onClose: () => void;
}

function Opening({ draw, onClose }: ActProps) {
  const open = useOpenDraw(draw.id);
  const { unpublishedResults } = draw;
  return (
    <Decision
      open
      act="公开抽取"
      consequences={[
        '抽中的机构、检查人员、回避和秘密数立即公开，任何人都能下载，并重新计算验证。',
        unpublishedResults > 0
          ? `本次抽取的检查结果还有 ${unpublishedResults} 家没有公布。公开以后，公众知道查了哪些机构，这些机构的结果仍由复核公布人公布，期满没有公布的自动公布。`
          : '本次抽取的检查结果已经全部公布。',
        '公开以后不能收回，也不能再补抽。',
      ]}
      busy={open.isPending}
      error={open.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(open, undefined, () => {
          tell('已公开抽取，公众可以下载验证。');
          onClose();
        })
      }
    />
  );
}

function Voiding(props: ActProps & { readonly act: string; readonly consequences: readonly string[] }) {
  const { draw, onClose, act, consequences } = props;
  const [reason, setReason] = useState('');
  const discard = useVoidDraw(draw.id);
  return (
    <Decision
      open
      act={act}
      grave
      consequences={consequences}
      ready={reason.trim() !== ''}
      busy={discard.isPending}
      error={discard.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(discard, reason.trim(), () => {
          tell(`已${act}，理由已公开。`);
          onClose();
        })
      }
    >
      <ReasonField
        label="作废的理由"
        help="理由立即公开，请写明事实；不要写入姓名等个人信息，含身份证号、电话的不能提交"
        value={reason}
        onChange={setReason}
      />
    </Decision>
  );
}
