import { elderly } from './applications';
import { until } from './elderly-stories';
import { FilingActs } from './filing-acts';
import type { Act, At, Scene } from './scene';

const act = (key: string, at: At, run: Act['run']): Act => ({ key, at, run });

/** Steps of a removal by the authority that keeps the filing (注销、撤销备案), by the registrar unless it says otherwise. */
class RemovalActs {
  constructor(private readonly story: string) {}

  private path(scene: Scene, rest: string): string {
    return `/removals/${scene.note(`${this.story}/removal`)}${rest}`;
  }

  private step(
    step: string,
    at: At,
    body: object = {},
    who: 'registrar-mz' | 'reviewer' = 'registrar-mz',
  ): Act {
    return act(`${this.story}/${step}`, at, async (scene) => {
      await scene.post(who, this.path(scene, `/${step}`), body);
      return step;
    });
  }

  open(at: At, ground: string, clue: string): Act {
    return act(`${this.story}/removal`, at, (scene) => {
      const institutionId = scene.note(`${this.story}/accept`);
      return scene.create('registrar-mz', '/removals', { institutionId, ground, clue }, async () => {
        const [found] = await scene.as('registrar-mz').list(`/removals?institutionId=${institutionId}`);
        return found && String(found['id']);
      });
    });
  }

  evidence(at: At, title: string): Act {
    return act(`${this.story}/evidence`, at, async (scene) => {
      await scene.attach('registrar-mz', this.path(scene, '/files'), title);
      return 'kept';
    });
  }

  notice(at: At, facts: string): Act {
    return this.step('notice', at, { facts, service: 'ONLINE' });
  }

  waive(at: At): Act {
    return act(`${this.story}/statement`, at, async (scene) => {
      const said = { text: '示例·没有意见，不再陈述申辩。', waived: true };
      await scene.post('operator', this.path(scene, '/statement'), said);
      return 'waived';
    });
  }

  propose(at: At, text: string): Act {
    return this.step('propose', at, { text, statementReview: '机构放弃陈述申辩。' });
  }

  decide(at: At, facts: string): Act {
    return this.step('decide', at, { facts }, 'reviewer');
  }
}

function removed(
  story: string,
  number: number,
  [name, head]: readonly [string, string],
  near: Parameters<typeof until>[1] = {},
): FilingActs {
  const site = { number, name: `示例·${name}`, head: `示例·${head}`, capacity: 40 };
  return new FilingActs(story, {
    kind: 'ELDERLY_CARE',
    answers: (scene) => elderly(site, until(scene, near)),
  });
}

/** A removal of which the institution has been told, one that waits for the decision, one that stands in public. */
function removals(): Act[] {
  const harvest = removed('harvest', 11, ['福满楼养老院', '华满楼'], { foodLicence: -12 });
  const harvestEnd = new RemovalActs('harvest');
  const spring = removed('spring', 12, ['温泉苑养老院', '金温泉']);
  const springEnd = new RemovalActs('spring');
  const harbour = removed('harbour', 13, ['港湾养老院', '魏港湾']);
  const harbourEnd = new RemovalActs('harbour');
  return [
    harbour.draft([120, '09:00']),
    harbour.submit([120, '09:20']),
    harbour.accept([118, '10:00']),
    harbour.visit([110, '16:00'], {}, '与备案一致。'),
    harbourEnd.open([20, '09:00'], 'MOVED_AWAY', '示例·街道报告该院已整体迁往外区。'),
    harbourEnd.evidence([18, '16:00'], '迁入地备案信息'),
    harbourEnd.notice([16, '10:00'], '该院服务场所已迁出本区，迁入地民政部门已予备案。'),
    harbourEnd.waive([14, '09:00']),
    harbourEnd.propose([2, '10:30'], '该院已整体迁出本区，不再受本机关管辖，本机关的备案没有存续的必要。'),
    harvest.draft([150, '09:00']),
    harvest.submit([150, '09:20']),
    harvest.accept([148, '10:00']),
    harvest.visit([140, '16:00'], {}, '与备案一致。'),
    harvestEnd.open([12, '09:00'], 'SERVICE_CEASED', '示例·居民反映该院大门紧锁两个月。'),
    harvestEnd.evidence([10, '16:00'], '现场核查记录'),
    harvestEnd.notice(
      [3, '10:00'],
      '经两次现场核查，该院已停止服务，原住老年人已转出，没有办理终止服务备案。',
    ),
    spring.draft([130, '09:00']),
    spring.submit([130, '09:20']),
    spring.accept([128, '10:00']),
    spring.visit([121, '16:00'], {}, '与备案一致。'),
    springEnd.open([60, '09:00'], 'FALSE_MATERIALS', '示例·发证单位来函说明证书编号不符。'),
    springEnd.evidence([58, '10:00'], '出具单位核实意见'),
    springEnd.notice([57, '10:00'], '经向出具单位核实，备案时提交的登记证书并非其出具。'),
    springEnd.waive([55, '09:00']),
    springEnd.propose([49, '10:00'], '该院提交的材料虚假，备案不是依真实情况取得的，依法应予撤销。'),
    springEnd.decide([47, '15:00'], '经复核出具单位的来函，备案时提交的登记证书并非该单位出具。'),
  ];
}

/** 总部: what the register of institutions does not find out by itself. */
const branch = act('new-maple/link', [11, '10:00'], async (scene) => {
  await scene.post('registrar-mz', `/institutions/${scene.note('new-maple/accept')}/links`, {
    kind: 'CONTROLLER',
    otherId: scene.note('yihe/accept'),
    stands: true,
    reason: '示例·据股权登记查明，两家机构由同一人实际控制',
  });
  return 'linked';
});

/** 差评整改: the older of the two bad ratings is settled, of the newer the applicant has been called. */
function followUps(): Act[] {
  const follow = (key: string, at: At, action: string, note: string): Act =>
    act(key, at, async (scene) => {
      const reviewer = scene.as('reviewer');
      const { body } = await reviewer.get('/rating-follow-ups?limit=1');
      const path = `/rating-follow-ups/${String((body['items'] as { id: string }[])[0]?.id)}`;
      const { etag } = await reviewer.get(path);
      await scene.post('reviewer', `${path}/${action}`, { note }, etag);
      return action;
    });
  return [
    follow('canteen/contact', [23, '10:00'], 'contact', '已电话联系申请人，说明助餐点不在备案范围的理由。'),
    follow(
      'canteen/resolve',
      [21, '10:00'],
      'resolve',
      '办事指南已补充助餐点、日间照料不属于备案范围的说明。',
    ),
    follow(
      'creek/contact',
      [2, '16:00'],
      'contact',
      '已回访申请人，窗口与网上受理口径不一致属实，正在整改。',
    ),
  ];
}

export const AUTHORITY_STORIES: readonly Act[] = [...removals(), branch, ...followUps()];
