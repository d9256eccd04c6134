import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { ApiFailure } from '../../../shared/api/failure';
import { Failure } from '../../../shared/ui/failure';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { BeaconValueField } from './beacon-value-field';
import { faultAt } from './fault-at';
import { useEnterBeacon, type Draw } from './queries';

/** The first official copies the published value. Until another confirms it, it may be entered again. */
export function EnterBeacon({ draw }: { readonly draw: Draw }) {
  const [value, setValue] = useState('');
  const [sourceUrl, setSourceUrl] = useState('');
  const enter = useEnterBeacon(draw.id);
  const id = useId();
  const again = draw.status === 'BEACON_ENTERED';
  const fault = faultAt(enter.error, '/value');
  const urlFault = faultAt(enter.error, '/sourceUrl');
  return (
    <Panel title={again ? '重新录入信标' : '录入信标'}>
      <p>
        请对照官方公布的结果录入。录入以后，由另一位工作人员独立再录入一遍，两次一致才会抽取。
        {again && '现在的值还没有确认，录错了可以在这里重新录入。'}
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          carryOut(enter, { value: value.trim(), sourceUrl: sourceUrl.trim() }, () => {
            tell('已录入信标，等另一位工作人员确认。');
            setValue('');
          });
        }}
      >
        <BeaconValueField
          beacon={draw.beacon}
          value={value}
          onChange={(written) => {
            enter.reset();
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
            onChange={({ target }) => setSourceUrl(target.value)}
          />
          <p id={`${id}-help`} className="muted">
            您对照的那一页，例如中国福彩网的开奖公告；随抽取公开，供公众核对
          </p>
          {urlFault !== undefined && (
            <p className="field-fault" role="alert">
              {urlFault}
            </p>
          )}
        </div>
        {enter.error && !isMarked(enter.error) && (
          <Failure error={enter.error} what="没有录入信标" safe="填写的内容还在。" />
        )}
        <Button
          type="primary"
          htmlType="submit"
          loading={enter.isPending}
          disabled={value.trim() === '' || sourceUrl.trim() === ''}
        >
          录入信标
        </Button>
      </form>
    </Panel>
  );
}

/** Whether the refusal stands at a field already. */
function isMarked(error: Error): boolean {
  if (!(error instanceof ApiFailure)) return false;
  const { errors = [] } = error.problem;
  return errors.length > 0 && errors.every(({ pointer }) => pointer === '/value' || pointer === '/sourceUrl');
}
