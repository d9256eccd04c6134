import { beaconName, KIND_LABELS } from '@zhaoguan/contracts';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { usePlaceNames } from '../../../shared/ui/places';
import { StateLine } from '../../../shared/ui/state-line';
import { Status } from '../../../shared/ui/status';
import { Waiting } from '../../../shared/ui/waiting';
import { ActHistory } from '../act-history';
import { ConfirmBeacon } from './confirm-beacon';
import { DrawActs } from './draw-acts';
import { drawSteps } from './draw-steps';
import { EnterBeacon } from './enter-beacon';
import { PublishedDigests } from './published-digests';
import { SealedSelection } from './sealed-selection';
import { StrataTable } from './strata-table';
import { useDraw, useDrawHistory, useDrawStrata, type Draw } from './queries';
import './draws.css';

export default function DrawPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useDraw(id)} what="抽取">
      {(draw) => <DrawView key={draw.id} draw={draw} />}
    </Loaded>
  );
}

function DrawView({ draw }: { readonly draw: Draw }) {
  const places = usePlaceNames(draw.districts);
  const history = useDrawHistory(draw.id);
  const strata = useDrawStrata(draw.id);
  const { status, availableActions } = draw;
  return (
    <Page
      title={draw.title}
      state={<Status process="draw" status={status} />}
      facts={
        <>
          {KIND_LABELS[draw.kind]} · {places} · 名单 {draw.targetCount} 家 ·{' '}
          <Link to={`/plans/${draw.planId}`}>抽查计划</Link>
        </>
      }
      actions={<DrawActs draw={draw} />}
    >
      <StateLine steps={drawSteps(draw, history.data ?? [])} />
      <Now draw={draw} />
      {availableActions.includes('confirmBeacon') && <ConfirmBeacon draw={draw} />}
      {availableActions.includes('enterBeacon') && <EnterBeacon draw={draw} />}
      {(status === 'DRAWN' || status === 'OPENED') && <SealedSelection draw={draw} />}
      <Panel title="各等级的家数">
        <Loaded query={strata} what="各等级的家数">
          {(items) => <StrataTable strata={items} />}
        </Loaded>
      </Panel>
      <Panel title="公告">
        <PublishedDigests draw={draw} />
      </Panel>
      <Panel title="办理记录">
        <Loaded query={history} what="办理记录">
          {(acts) => <ActHistory acts={acts} />}
        </Loaded>
      </Panel>
    </Page>
  );
}

/** What the draw waits for, when it is not for the person who reads. */
function Now({
  draw: { status, beacon, availableActions, voidReason, outstandingTasks },
}: {
  readonly draw: Draw;
}) {
  switch (status) {
    case 'ANNOUNCED':
      return availableActions.includes('enterBeacon') ? null : (
        <p className="notice">等抽查计划人录入{beaconName(beacon)}。录入以后，由另一位工作人员确认。</p>
      );
    case 'BEACON_ENTERED':
      return availableActions.includes('confirmBeacon') ? null : (
        <p className="notice">信标已录入，等另一位工作人员（复核公布人）对照官方结果再录入一遍。</p>
      );
    case 'BEACON_CONFIRMED':
      return (
        <div className="notice" role="status">
          正在抽取，完成后这里自动更新。您可以离开这一页。
          <Waiting />
        </div>
      );
    case 'DRAWN':
      return outstandingTasks > 0 ? (
        <p className="notice">
          检查任务已派给检查人员，还有 {outstandingTasks} 项没有提交。全部提交以后，才能公开抽取。
        </p>
      ) : (
        <p className="notice">检查已经全部提交，可以公开抽取。</p>
      );
    case 'INFEASIBLE':
      return (
        <p className="notice">
          按抽出的结果，有机构派不出足够的检查人员，这次抽取没有结果。须由另一位工作人员作废并公开理由，再重新公告。
        </p>
      );
    case 'VOIDED':
      return <p className="notice">已作废，理由：{voidReason}</p>;
    case 'OPENED':
      return null;
  }
}
