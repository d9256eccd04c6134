import { useUser } from '../../../shared/session/use-session';
import { useDistricts } from '../../../shared/ui/places';

interface CountySelectProps {
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
}

/** More than that nobody chooses from on a phone. */
const MOST = 200;

/** One of the counties where the person works; nothing for those who work in one, or in the whole country. */
export function CountySelect({ value, onChange }: CountySelectProps) {
  const { districts } = useUser();
  const { data } = useDistricts();
  const prefixes = districts.map((code) => code.replace(/(?:00){1,2}$/, ''));
  const counties = [...(data?.values() ?? [])].filter(
    ({ code, level }) => level === 'COUNTY' && prefixes.some((prefix) => code.startsWith(prefix)),
  );
  if (counties.length < 2 || counties.length > MOST) return null;
  return (
    <label className="hand-field">
      <span>区县</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">全部区县</option>
        {counties.map(({ code, path }) => (
          <option key={code} value={code}>
            {path}
          </option>
        ))}
      </select>
    </label>
  );
}
