import { BEACON_SOURCE_LABELS, BEACON_SOURCES, beaconName, type BeaconSource } from '@zhaoguan/contracts';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { halfWidthNumber } from '../../../shared/form/half-width';
import { Decision } from '../../../shared/ui/decision';
import { tell } from '../../../shared/ui/told';
import { BeaconTimingNote } from '../draws/beacon-timing-note';
import { joinParts } from '../draws/beacon-value';
import { useAnnounceDraw } from '../draws/queries';
import { PlanField } from './plan-field';
import { RoundSuggestion } from './round-suggestion';
import { faultOfChoice, roundName, whyNotReady } from './round-choice';
import type { Plan, PlanPreview } from './queries';
import { useSettled } from './use-settled';

interface AnnounceProps {
  readonly plan: Plan;
  readonly preview: PlanPreview | undefined;
}

/** Announces a draw: which public random value it waits for, and what from then on cannot be changed. */
export function AnnounceButton({ plan, preview }: AnnounceProps) {
  const [asking, ask] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => ask(true)}>
        发布抽取公告
      </Button>
      {asking && <Announcing plan={plan} preview={preview} onClose={() => ask(false)} />}
    </>
  );
}

const ROUND_HELP: Readonly<Record<BeaconSource, string>> = {
  'fucai-ssq': '期号为年份加三位序号，如 2026135；选公告之后才开奖的一期',
  'fucai-kl8': '期号为年份加三位序号，如 2026301；选公告之后才开奖的一期',
  drand: '轮次为正整数，选公告之后才产生的一轮',
};

function Announcing({ plan, preview, onClose }: AnnounceProps & { readonly onClose: () => void }) {
  const [sources, setSources] = useState<readonly BeaconSource[]>(['fucai-ssq']);
  const [rounds, setRounds] = useState<Readonly<Partial<Record<BeaconSource, string>>>>({});
  const [key] = useState(() => crypto.randomUUID());
  const announce = useAnnounceDraw(plan.id);
  const navigate = useNavigate();
  const beacon = joinParts(sources.map((source) => ({ source, round: rounds[source] ?? '' })));
  const obstacle = whyNotReady(sources, rounds);
  const complete = obstacle === undefined;
  const settled = useSettled(complete ? beacon : null);
  const left = useSettled(rounds);
  /** Said when the hand rests, not after each digit. */
  const faultOf = (source: BeaconSource): string | undefined => {
    const round = (rounds[source] ?? '').trim();
    return round === '' || left[source] !== rounds[source] ? undefined : faultOfChoice(source, round);
  };
  const enter = (source: BeaconSource, round: string) => {
    announce.reset();
    setRounds({ ...rounds, [source]: round });
  };
  const submit = () =>
    carryOut(announce, { key, beacon }, ({ id, targetCount }) => {
      tell(`已发布抽取公告，名单 ${targetCount} 家已公开。`);
      void navigate(`/draws/${id}`);
    });
  return (
    <Decision
      open
      act="发布抽取公告"
      consequences={[
        `现在的名单（${preview === undefined ? '本辖区在营的同类机构' : `${preview.targets} 家`}）、比例、人数和选定的公开随机数（如双色球开奖号码）立即公开，此后不能更改。`,
        '可派的检查人员和回避现在冻结：只公开摘要，公开抽取时才公布，此后登记的不影响这次抽取。',
        complete
          ? `等公开随机数（${beaconName(beacon)}）产生，录入并由另一位工作人员核对以后抽取。`
          : '等公开随机数产生，录入并由另一位工作人员核对以后抽取。',
        '公开随机数产生以后，您不能再撤回这份公告；确需作废的，由另一位工作人员办理，理由公开。',
      ]}
      ready={complete}
      busy={announce.isPending}
      error={announce.error}
      onCancel={onClose}
      onConfirm={() => submit()}
    >
      <PlanField
        id="beacon-source"
        label="公开随机数的来源"
        help="用来决定抽中哪些机构、派哪些人员：谁也不能事先知道，公布以后谁都能查到。一般选一个；选几个的，要等全部产生。"
      >
        <Checkbox.Group<BeaconSource>
          aria-label="公开随机数的来源"
          value={[...sources]}
          onChange={(chosen) => setSources(BEACON_SOURCES.filter((source) => chosen.includes(source)))}
          options={BEACON_SOURCES.map((value) => ({ value, label: BEACON_SOURCE_LABELS[value] }))}
        />
      </PlanField>
      {sources.map((source) => (
        <PlanField
          key={source}
          id={`beacon-round-${source}`}
          label={roundName(source)}
          help={ROUND_HELP[source]}
          fault={faultOf(source)}
        >
          <Input
            id={`beacon-round-${source}`}
            className="mono"
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
            value={rounds[source] ?? ''}
            onChange={({ target }) => enter(source, halfWidthNumber(target.value))}
          />
          {(rounds[source] ?? '') === '' && (
            <RoundSuggestion source={source} onTake={(round) => enter(source, round)} />
          )}
        </PlanField>
      ))}
      {settled !== null && complete && <BeaconTimingNote beacon={settled} />}
      {obstacle !== undefined && <p className="muted">{obstacle}</p>}
    </Decision>
  );
}
