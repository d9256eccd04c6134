import { parseBeaconValue } from '@zhaoguan/draw';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { ApiFailure } from '../../../shared/api/failure';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { BeaconValueField } from './beacon-value-field';
import { EnteringBeacon } from './entering-beacon';
import { faultAt } from './fault-at';
import { useEnterBeacon, type Draw } from './queries';
import { pagesOf } from './round-words';

/** The first official copies the published value. Until another confirms it, it may be entered again. */
export function EnterBeacon({ draw }: { readonly draw: Draw }) {
  const [value, setValue] = useState('');
  const [sourceUrl, setSourceUrl] = useState('');
  const [looked, setLooked] = useState(false);
  const [asking, ask] = useState(false);
  // After a value was entered an empty form would say that nothing was.
  const [wanted, want] = useState(draw.status === 'ANNOUNCED');
  const enter = useEnterBeacon(draw.id);
  const id = useId();
  const again = draw.status === 'BEACON_ENTERED';
  const typed = { value: value.trim(), sourceUrl: sourceUrl.trim() };
  const wrong = { value: faultOfValue(draw.beacon, typed.value), sourceUrl: faultOfAddress(typed.sourceUrl) };
  const fault = faultAt(enter.error, '/value') ?? (looked ? wrong.value : undefined);
  const urlFault = faultAt(enter.error, '/sourceUrl') ?? (looked ? wrong.sourceUrl : undefined);
  const submit = () =>
    carryOut(
      enter,
      typed,
      () => {
        tell('已录入公开随机数，等另一位工作人员核对。');
        setValue('');
        ask(false);
        setLooked(false);
        want(false);
      },
      (error) => {
        if (isMarked(error)) ask(false);
      },
    );
  if (!wanted) {
    return (
      <Panel title="已录入公开随机数">
        <p>等另一位工作人员独立再录入一遍，两次一致才会抽取。现在的值还没有确认，录错了可以重新录入。</p>
        <Button onClick={() => want(true)}>重新录入</Button>
      </Panel>
    );
  }
  return (
    <Panel title={again ? '重新录入公开随机数' : '录入公开随机数'}>
      <p>请对照官方公布的结果录入。录入以后，由另一位工作人员独立再录入一遍，两次一致才会抽取。</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          enter.reset();
          setLooked(true);
          if (wrong.value === undefined && wrong.sourceUrl === undefined) ask(true);
        }}
      >
        <BeaconValueField
          beacon={draw.beacon}
          value={value}
          onChange={(written) => {
            enter.reset();
            setLooked(false);
            setValue(written);
          }}
          fault={fault}
        />
        <div className="beacon-source">
          <label htmlFor={id}>公布该结果的网址</label>
          <Input
            id={id}
            type="url"
            value={sourceUrl}
            maxLength={500}
            placeholder="https://"
            aria-describedby={`${id}-help`}
            {...(urlFault === undefined ? {} : { status: 'error' as const })}
            onChange={({ target }) => {
              enter.reset();
              setLooked(false);
              setSourceUrl(target.value);
            }}
          />
          <p id={`${id}-help`} className="muted">
            您对照的那一页，例如{pagesOf(draw.beacon.source)}；随抽取公开，供公众核对
          </p>
          {urlFault !== undefined && (
            <p className="field-fault" role="alert">
              {urlFault}
            </p>
          )}
        </div>
        <Button type="primary" htmlType="submit" disabled={typed.value === '' || typed.sourceUrl === ''}>
          录入公开随机数
        </Button>
      </form>
      <EnteringBeacon
        open={asking}
        beacon={draw.beacon}
        {...typed}
        busy={enter.isPending}
        error={enter.error}
        onCancel={() => {
          enter.reset();
          ask(false);
        }}
        onConfirm={submit}
      />
    </Panel>
  );
}

/** By the rule of the server, which looks again. */
function faultOfValue(beacon: Draw['beacon'], value: string): string | undefined {
  const parsed = parseBeaconValue(beacon, value);
  return parsed.ok ? undefined : parsed.reason;
}

function faultOfAddress(address: string): string | undefined {
  const isWeb = URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
  return isWeb ? undefined : '请填写完整的网址，以 http:// 或者 https:// 开头';
}

/** Whether the refusal stands at a field already. */
function isMarked(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) return false;
  const { errors = [] } = error.problem;
  return errors.length > 0 && errors.every(({ pointer }) => pointer === '/value' || pointer === '/sourceUrl');
}
