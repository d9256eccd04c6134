import {
  LEAD_DEPARTMENT_NAMES,
  type AgencyContact,
  type DepartmentRow,
  type DistrictRow,
  type JurisdictionRow,
  type Kind,
} from '@zhaoguan/contracts';

/** An authority that takes filings, and how it is reached where the reference data say so. */
export interface GuideAuthority {
  readonly name: string;
  readonly contact: Pick<AgencyContact, 'address' | 'phone'> | null;
}

/** Who accepts in a county (受理机关), and where in it somebody else does. */
export interface GuidePlace {
  readonly district: string;
  readonly districtName: string;
  readonly authority: GuideAuthority;
  /** Townships held by a functional area (功能区). */
  readonly exceptions: readonly {
    readonly area: string;
    readonly townships: readonly string[];
    readonly authority: GuideAuthority;
  }[];
  /** With which city and province a non-profit 养老机构 files that is registered there; none for any other kind. */
  readonly registries: readonly { readonly registry: string; readonly authority: GuideAuthority }[];
}

interface Offices {
  readonly jurisdictions: readonly JurisdictionRow[];
  readonly departments: readonly DepartmentRow[];
  readonly districts: ReadonlyMap<string, DistrictRow>;
}

/** The same rule by which a filing finds its authority: the functional area that holds the township, else the county. */
export function acceptingAuthority(offices: Offices, kind: Kind, district: string): GuidePlace {
  const { jurisdictions, districts } = offices;
  const districtName = pathTo(districts, district);
  const exceptions = jurisdictions.flatMap((area) => {
    const held = area.townships.filter((code) => code.startsWith(district));
    if (held.length === 0) return [];
    return [
      {
        area: area.name,
        townships: held.map((code) => districts.get(code)?.name ?? code),
        authority: authorityOf(offices, kind, area.code, area.name),
      },
    ];
  });
  return {
    district,
    districtName,
    authority: authorityOf(offices, kind, district, districtName),
    exceptions,
    registries: kind === 'ELDERLY_CARE' ? registriesAbove(offices, kind, district) : [],
  };
}

/** The same rule by which a filing goes to its registry's level (与登记管理机关同级). */
function registriesAbove(offices: Offices, kind: Kind, district: string): GuidePlace['registries'] {
  const above: { registry: string; authority: GuideAuthority }[] = [];
  for (let at = offices.districts.get(district)?.parent ?? null; at !== null;) {
    const registry = pathTo(offices.districts, at);
    above.push({ registry, authority: authorityOf(offices, kind, at, registry) });
    at = offices.districts.get(at)?.parent ?? null;
  }
  return above;
}

function authorityOf({ departments }: Offices, kind: Kind, code: string, place: string): GuideAuthority {
  const lead = departments.find((row) => row.jurisdiction === code && row.leads.includes(kind));
  const { address, phone } = lead?.contact ?? {};
  return {
    name: lead?.name ?? `${place}${LEAD_DEPARTMENT_NAMES[kind]}`,
    contact: address === undefined || phone === undefined ? null : { address, phone },
  };
}

/** 陕西省西安市长安区. */
export function pathTo(districts: ReadonlyMap<string, DistrictRow>, code: string): string {
  const names: string[] = [];
  for (let at = districts.get(code); at; at = at.parent === null ? undefined : districts.get(at.parent))
    names.unshift(at.name);
  return names.join('') || code;
}
