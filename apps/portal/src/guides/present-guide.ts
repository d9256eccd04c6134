import { serviceItemSlug, type ServiceItemRow, type TermRow } from '@zhaoguan/contracts';
import type { GuideMaterial, ServiceGuide } from '@zhaoguan/filings';

export function presentItem(item: ServiceItemRow) {
  const { code, name, kind, siteType, filingType } = item;
  return { slug: serviceItemSlug(item), code, name, kind, siteType, filingType };
}

/** The guide as an answer of the interface. */
export function presentGuide({ item, typeLabel: _label, ...guide }: ServiceGuide) {
  const { applicant, when, where, fee, effect } = item;
  return {
    ...presentItem(item),
    ...guide,
    applicant,
    when,
    where,
    fee,
    effect,
    materials: guide.materials.map(presentMaterial),
    steps: guide.steps.steps,
    terms: guide.terms.map(presentTerm),
    remedies: guide.remedies.map(presentTerm),
  };
}

function presentMaterial({ code, name, required, condition, accepts, note, basis, promised }: GuideMaterial) {
  return { code, name, required, condition, accepts, note, basis, promised };
}

function presentTerm({ code, name, value, unit, note, basis }: TermRow) {
  return { code, name, value, unit, note, basis };
}
