import { Form, Input } from 'antd';
import './text-field.css';
import { atMost, IN_WORDS } from './filled';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly maxLength: number;
  readonly rows?: number;
}

/** A text of several lines in a form, with how much may still be written. A dot or a figure is refused at it, before anything is confirmed. */
export function TextField({ name, label, help, required = true, maxLength, rows = 3 }: TextFieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      {...(help === undefined ? {} : { extra: <span className="beside-count">{help}</span> })}
      rules={[
        ...(required ? [{ required: true, whitespace: true, message: `请填写${label}` }] : []),
        IN_WORDS,
        atMost(maxLength),
      ]}
    >
      <Input.TextArea count={{ max: maxLength, show: true }} autoSize={{ minRows: rows, maxRows: 16 }} />
    </Form.Item>
  );
}
