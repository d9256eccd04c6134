import { saidOfLicence, termInWords, type Kind, type Regime, type TermRow } from '@zhaoguan/contracts';
import type { Application } from './application';

interface Notice {
  readonly title: string;
  readonly opening: string;
  readonly conditions: readonly string[];
}

/**
 * 基本条件告知书, annexed to every receipt but that of a stop or its end: what an institution must keep to from now on. A summary of the rules that
 * bind it, with the numbers the registry checks, which are terms (`{CODE}`) of the place, the kind and the day; an authority whose superior prescribes another wording changes it here.
 * @law 养老机构管理办法（民政部令第66号）; 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）;
 *   托育机构设置标准（试行）、托育机构管理规范（试行）（国卫人口发〔2019〕58号）; 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）
 */
const NOTICES: Readonly<Record<Kind | 'HOME', Notice>> = {
  ELDERLY_CARE: {
    title: '养老机构基本条件告知书',
    opening: '养老机构从事服务活动，应当符合下列基本条件，并对备案材料的真实性负责：',
    conditions: [
      '依法办理法人登记或者市场主体登记，提供全日集中住宿和照料护理服务，床位数在{ELDERLY_MINIMUM_BEDS}张以上。',
      '建筑、消防、无障碍环境符合《中华人民共和国建筑法》《中华人民共和国消防法》《中华人民共和国无障碍环境建设法》和《建筑设计防火规范》（GB 50016）、《老年人照料设施建筑设计标准》（JGJ 450）等规定。',
      '服务安全符合强制性国家标准《养老机构服务安全基本规范》（GB 38600）。',
      '提供餐饮服务的，符合《中华人民共和国食品安全法》，依法取得食品经营许可。',
      '内设医疗机构或者开展医疗卫生服务的，符合医疗卫生法律、法规的规定。',
      '使用电梯、锅炉等特种设备的，符合《中华人民共和国特种设备安全法》。',
      '入住老年人须经评估，与老年人或者其代理人签订服务协议；老年人档案在服务协议终止后至少保存{RESIDENT_FILE_RETENTION}。',
      '预收费用的，遵守养老机构预收费监管的规定；不得非法集资。',
      '名称、住所、法定代表人或者主要负责人、服务场所权属、床位数量、服务设施面积变更的，及时向原备案机关办理变更备案。',
      '暂停或者终止服务的，提前书面告知老年人或者其代理人和备案机关，妥善安置老年人。',
    ],
  },
  CHILDCARE: {
    title: '托育机构基本条件告知书',
    opening:
      '托育机构从事服务活动，应当符合《托育机构设置标准（试行）》《托育机构管理规范（试行）》和下列基本条件，并对备案材料的真实性负责：',
    conditions: [
      '依法办理法人登记或者市场主体登记，为3岁以下婴幼儿提供托育服务；在住宅内收托{HOME_MAXIMUM_CHILDREN}人以下的，按家庭托育点管理。',
      '场地符合安全、卫生要求；租赁场地的，租期不少于{LEASE_MINIMUM}。',
      '消防安全检查合格；房屋建筑、特种设备符合有关法律、法规和强制性标准。',
      '《托幼机构卫生评价报告》评价为“合格”；提供餐饮服务的，依法取得食品经营许可。',
      '工作人员具有相应资格和健康合格证明，无虐待儿童、侵害未成年人等违法犯罪记录。',
      '乳儿班不超过{CLASS_SIZE_INFANT}人，托小班不超过{CLASS_SIZE_YOUNGER_TODDLER}人，托大班不超过{CLASS_SIZE_OLDER_TODDLER}人，18个月以上混合编班不超过{CLASS_SIZE_MIXED}人。',
      '保育人员与婴幼儿的比例：乳儿班不低于1:{CHILDREN_PER_CARER_INFANT}，托小班不低于1:{CHILDREN_PER_CARER_YOUNGER_TODDLER}，托大班不低于1:{CHILDREN_PER_CARER_OLDER_TODDLER}。',
      '监控设备确保安全，监控录像资料保存期不少于{CCTV_RETENTION}。',
      '建立收托、健康、卫生保健、安全防护和应急制度，保护婴幼儿个人信息。',
      '名称、地址、负责人、服务形式、托位等变更的，及时向原备案机关办理变更备案；终止服务的，妥善安置婴幼儿并报送注销信息。',
    ],
  },
  HOME: {
    title: '家庭托育点基本条件告知书',
    opening:
      '家庭托育点利用住宅为3岁以下婴幼儿提供托育服务，应当符合《家庭托育点管理办法（试行）》和下列基本条件，并对备案材料的真实性负责：',
    conditions: [
      '收托人数不超过{HOME_MAXIMUM_CHILDREN}人；超过{HOME_MAXIMUM_CHILDREN}人的，按托育机构备案。',
      '营利性的依法办理市场主体登记，名称中注明“托育”，登记的经营范围为家庭托育服务。',
      '使用自有住宅，或者租期不少于{LEASE_MINIMUM}的住宅；住宅安全，符合消防等规定，收托期间不用于其他经营活动。',
      '每名照护人员最多看护{HOME_CHILDREN_PER_CARER}名婴幼儿；照护人员身体健康、经过培训，无虐待儿童、侵害未成年人等违法犯罪记录。',
      '监控设备覆盖婴幼儿活动和休息的区域，监控录像资料保存期不少于{CCTV_RETENTION}。',
      '建立收托、健康、安全防护和应急制度，保护婴幼儿个人信息；发现婴幼儿身体不适的，及时告知监护人。',
      '名称、负责人等变更的，及时向原备案机关办理变更备案；迁移住所的，另行备案；终止服务的，妥善安置婴幼儿并报送注销信息。',
    ],
  },
};

/** The notice for this site: a 家庭托育点 is held to a measure of its own. */
function conditionsNotice(kind: Kind, { siteType }: Pick<Application, 'siteType'>): Notice {
  return NOTICES[siteType ?? kind];
}

/** The term in force where and when the notice is given, by its code. */
export type TermOf = (code: string) => Pick<TermRow, 'value' | 'unit'> | undefined;

const TERM = /\{([A-Z_]+)\}/gu;
const termsIn = (text: string): string[] => [...text.matchAll(TERM)].map(([, code = '']) => code);

/** Codes of the terms that the notice for this site tells. */
export function termsOfConditions(kind: Kind, siteType: Application['siteType']): string[] {
  return [...new Set(conditionsNotice(kind, { siteType }).conditions.flatMap(termsIn))];
}

/** A condition with its numbers; none where a number is not laid down there that day. */
function withTerms(condition: string, termOf: TermOf): string[] {
  if (termsIn(condition).some((code) => termOf(code) === undefined)) return [];
  const inWords = (code: string): string => {
    const term = termOf(code);
    return term === undefined ? '' : termInWords(term, '');
  };
  return [condition.replace(TERM, (_, code: string) => inWords(code))];
}

/** The same in the words of the law under which the institution serves, with the numbers in force. */
export function conditionsUnder(
  regime: Regime,
  kind: Kind,
  siteType: Application['siteType'],
  termOf: TermOf,
): Notice {
  const { title, opening, conditions } = conditionsNotice(kind, { siteType });
  const told = conditions.flatMap((condition) => withTerms(condition, termOf));
  if (regime === 'FILING') return { title, opening, conditions: told };
  return { title, opening: saidOfLicence(opening), conditions: told.map(saidOfLicence) };
}
