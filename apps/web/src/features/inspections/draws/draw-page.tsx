import { beaconName, KIND_LABELS } from '@zhaoguan/contracts';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { usePlaceNames } from '../../../shared/ui/places';
import { StateLine } from '../../../shared/ui/state-line';
import { Status } from '../../../shared/ui/status';
import { useMay } from '../../../shared/session/use-session';
import { ActHistory } from '../act-history';
import { ConfirmBeacon } from './confirm-beacon';
import { DrawActs } from './draw-acts';
import { DrawNow } from './draw-now';
import { drawSteps } from './draw-steps';
import { EnterBeacon } from './enter-beacon';
import { IncompleteTeams } from './incomplete-teams';
import { PublishedDirectory } from './published-directory';
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
  const maySendOthers = useMay('task.replace');
  const { status, availableActions } = draw;
  return (
    <Page
      title={draw.title}
      state={<Status process="draw" status={status} />}
      facts={
        <>
          {KIND_LABELS[draw.kind]} · {places} · 名单 {draw.targetCount} 家 ·{' '}
          <Link to={`/plans/${draw.planId}`}>抽查计划</Link> · 公开随机数（{beaconName(draw.beacon)}） ·{' '}
          <a href={`/draws/${draw.id}`} target="_blank" rel="noreferrer">
            公众看到的页面
          </a>
        </>
      }
      actions={<DrawActs draw={draw} />}
    >
      <StateLine steps={drawSteps(draw, history.data ?? [])} />
      <DrawNow draw={draw} />
      {availableActions.includes('confirmBeacon') && <ConfirmBeacon draw={draw} />}
      {availableActions.includes('enterBeacon') && <EnterBeacon draw={draw} />}
      {(status === 'DRAWN' || status === 'OPENED') && <SealedSelection draw={draw} />}
      {status === 'DRAWN' && maySendOthers && <IncompleteTeams id={draw.id} />}
      <Panel title="各等级的家数">
        <Loaded query={strata} what="各等级的家数">
          {(items) => <StrataTable strata={items} />}
        </Loaded>
      </Panel>
      <Panel title="公告">
        <PublishedDigests draw={draw} />
      </Panel>
      <Panel title="检查人员名录">
        <PublishedDirectory draw={draw} />
      </Panel>
      <Panel title="办理记录">
        <Loaded query={history} what="办理记录">
          {(acts) => <ActHistory acts={acts} />}
        </Loaded>
      </Panel>
    </Page>
  );
}
