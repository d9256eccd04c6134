import { beaconName, departmentLabel, KIND_LABELS, LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import type { AnnouncedDraw } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Day, dayOf, Instant } from '../components/dates';
import { Digest } from '../components/digest';
import { DrawSteps } from '../components/draw-steps';
import { Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import type { PageContext } from '../http/page-context';
import { Directory } from './draw-directory';
import { DrawOutcome, type OutcomeData } from './draw-outcome';
import { Roster, type RosterSearch } from './draw-roster';
import { beaconPromise, BeaconTiming, DrawState, isVerifiable, ratio } from './draw-words';

export interface DrawData {
  readonly draw: AnnouncedDraw;
  readonly districtNames: readonly string[];
  readonly search: RosterSearch | undefined;
  /** Undefined until the draw is laid open. */
  readonly outcome: OutcomeData | undefined;
}

interface PartProps {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
}

/** One draw: where it stands, what was promised beforehand, who is in the hat, and how to check it. */
export function DrawPage({ context, data }: { context: PageContext; data: DrawData }): VNode {
  const { draw } = data;
  return (
    <Layout
      context={context}
      title={draw.title}
      description={`${draw.title}：公告、名单、承诺和结果。`}
      crumbs={[{ name: '随机抽取', path: '/draws' }, { name: draw.title }]}
    >
      <div class="title">
        <h1>{draw.title}</h1>
        <DrawState status={draw.status} />
      </div>
      <p class="lead">
        {KIND_LABELS[draw.kind]} · {data.districtNames.join('、')} · 名单 {draw.targetCount} 家 · 公开随机数（
        {nameOfBeacon(draw)}）
      </p>
      <Voided context={context} draw={draw} places={data.districtNames} />
      <Failure context={context} draw={draw} />
      <Section id="progress" title="进度">
        <DrawSteps draw={draw} />
      </Section>
      {data.outcome && <DrawOutcome context={context} draw={draw} outcome={data.outcome} />}
      <Roster context={context} draw={draw} search={data.search} />
      <Rules context={context} draw={draw} />
      <Directory
        facts={draw.directory}
        accounts={draw.accounts}
        isOver={draw.openedAt !== null || draw.voidedAt !== null}
      />
      <Commitments draw={draw} />
      <Downloads context={context} draw={draw} />
    </Layout>
  );
}

/** That it was thrown away: when, by which authority, why, and what took its place. */
function Voided({ context, draw, places }: PartProps & { readonly places: readonly string[] }): VNode | null {
  const { kind, voidedAt, voidReason, announcedAgain } = draw;
  if (voidedAt === null) return null;
  return (
    <div class="notice">
      <p>
        这次抽取已于 <Day date={dayOf(voidedAt)} /> 由主管部门（{places.join('、')}
        {departmentLabel(LEAD_DEPARTMENT[kind])}）作废，理由：{voidReason ?? '未记载'}
      </p>
      {announcedAgain === null ? (
        <p>同一抽查计划至今没有另发公告。</p>
      ) : (
        <p>
          同一抽查计划已另发公告：
          <a href={context.href(`/draws/${announcedAgain.id}`)}>
            <Instant at={announcedAgain.announcedAt} /> 的抽取公告
          </a>
        </p>
      )}
    </div>
  );
}

/** Why nothing came of it. */
function Failure({ context, draw: { failure } }: PartProps): VNode | null {
  if (failure === null) return null;
  const { institutionId, institutionName, department } = failure;
  return (
    <p class="notice">
      抽中的机构里，
      <a href={context.href(`/institutions/${institutionId}`)}>{institutionName ?? institutionId}</a>
      派不出{departmentLabel(department)}的检查人员，所以没有抽取结果。
    </p>
  );
}

function Rules({ context, draw }: PartProps): VNode {
  const { strata, demands, maxLoad } = draw.announcement;
  return (
    <Section id="rules" title="抽取规则">
      <Facts
        facts={[
          {
            name: '抽查比例',
            value: (
              <ul class="plain">
                {strata.map(({ key, basisPoints, minimum }) => (
                  <li key={key}>
                    {key} 档 {ratio(basisPoints)}
                    {minimum > 0 && `，至少 ${minimum} 家`}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            name: '检查人员',
            value: `每家机构：${demands.map(({ department, inspectors }) => `${departmentLabel(department)} ${inspectors} 人`).join('，')}；每人最多 ${maxLoad} 家`,
          },
          {
            name: '公开随机数',
            value: (
              <>
                {nameOfBeacon(draw)}
                <span class="under">{beaconPromise(draw, context.demo)}</span>
                <BeaconTiming draw={draw} />
              </>
            ),
          },
          {
            name: '公开随机数的值',
            value:
              draw.beaconValue === null ? (
                draw.status === 'VOIDED' ? (
                  '没有采用：作废时还没有由两名工作人员核对一致的值'
                ) : (
                  '尚未由两名工作人员核对'
                )
              ) : (
                <>
                  <span class="mono">{draw.beaconValue}</span>
                  <span class="under">
                    由两名工作人员分别录入，来源：<span class="mono">{draw.beaconSourceUrl ?? '未记载'}</span>
                  </span>
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Commitments({ draw }: Pick<PartProps, 'draw'>): VNode {
  const { announcement } = draw;
  return (
    <Section id="commitments" title="公布的摘要">
      <p>
        摘要好比封条：内容改动一个字，摘要就对不上。前五项随公告公布
        {draw.resultDigest === null && draw.status === 'VOIDED' ? '' : '，抽取结果的摘要在抽取后当即公布'}。
      </p>
      <Facts
        facts={[
          { name: '公告', value: <Digest name="公告摘要" value={draw.announcementSm3} /> },
          {
            name: '承诺',
            value: (
              <>
                <Digest name="承诺" value={draw.commitment} />
                <span class="under">
                  系统事先产生的秘密数的摘要。秘密数到公开时公布，没有它，谁也不能提前算出结果。
                </span>
              </>
            ),
          },
          { name: '检查对象名单', value: <Digest name="名单摘要" value={announcement.targetsDigest} /> },
          { name: '检查人员名录', value: <Digest name="名录摘要" value={announcement.inspectorsDigest} /> },
          {
            name: '回避名单',
            value: (
              <>
                <Digest name="回避名单摘要" value={announcement.conflictsDigest} />
                <span class="under">公告时有效的回避 {draw.recusalCount} 条，列入抽取。</span>
              </>
            ),
          },
          {
            name: '抽取结果',
            value:
              draw.resultDigest === null ? (
                withoutResult(draw)
              ) : (
                <Digest name="结果摘要" value={draw.resultDigest} />
              ),
          },
        ]}
      />
    </Section>
  );
}

function Downloads({ context, draw }: PartProps): VNode {
  const source = `/api/v1/public/draws/${draw.id}`;
  return (
    <Section id="downloads" title="下载和验证">
      <ul class="next-steps">
        <li>
          <a href={`${source}/targets`} download={`roster-${draw.id}.txt`}>
            下载检查对象名单（原件）
          </a>
          <span class="under">这个文件的 SM3 摘要，应当等于上面公布的检查对象名单摘要。</span>
        </li>
        <li>
          <a href={`${source}/roster.csv`} download={`roster-${draw.id}.csv`}>
            下载带机构名称的名单（表格）
          </a>
          <span class="under">
            内容与检查对象名单相同，另附名录中现在的名称，便于查找；核对摘要请用上一个文件。
          </span>
        </li>
        {draw.disclosed ? (
          <>
            <li>
              <a href={`${source}/bundle`} download={`draw-${draw.id}.json`}>
                下载完整的抽取数据包
              </a>
            </li>
            <li>
              {isVerifiable(draw) ? (
                <a class="button" href={context.href(`/draws/${draw.id}/verify`)}>
                  在我的电脑上验证
                </a>
              ) : (
                '这次抽取在算出结果之前作废。用数据包可以算出它本来的结果。'
              )}
            </li>
          </>
        ) : (
          <li>
            {draw.status === 'VOIDED'
              ? '这次公告在抽取之前已经作废，没有抽取结果。'
              : '完整的抽取数据在这批检查全部结束后公开，届时可以在这里下载并验证。'}
          </li>
        )}
      </ul>
    </Section>
  );
}

function nameOfBeacon({ beaconSource, beaconRound }: AnnouncedDraw): string {
  return beaconName({ source: beaconSource, round: beaconRound });
}

function withoutResult({ status }: AnnouncedDraw): string {
  return status === 'VOIDED' || status === 'INFEASIBLE' ? '没有抽取结果' : '尚未抽取';
}
