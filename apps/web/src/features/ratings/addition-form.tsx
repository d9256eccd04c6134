import { RATING_WORDS_LIMIT } from '@zhaoguan/contracts';
import { Button, Checkbox, Form, Input } from 'antd';
import { carryOut } from '../../shared/api/carry-out';
import { atMost } from '../../shared/form/filled';
import { RecordForm } from '../../shared/form/record-form';
import { tell } from '../../shared/ui/told';
import { useAddToRating, type GivenRating } from './queries';

interface Values {
  readonly words: string;
  readonly unsettled?: boolean;
}

interface AdditionFormProps {
  readonly filingId: string;
  readonly rating: GivenRating;
  readonly onLater: () => void;
}

/** The one addition to a rating (追评); where an answer was given, the applicant may say that it settles nothing. */
export function AdditionForm({ filingId, rating, onLater }: AdditionFormProps) {
  const [form] = Form.useForm<Values>();
  const add = useAddToRating(filingId, rating.id);
  const isAnswered = (rating.followUp?.answer ?? null) !== null;
  return (
    <RecordForm<Values>
      name={`addition-${rating.id}`}
      form={form}
      submit="提交追加评价"
      busy={add.isPending}
      error={add.error}
      onSubmit={({ words, unsettled = false }) =>
        carryOut(add, { words, unsettled }, () =>
          tell(unsettled && isAnswered ? '已收到，将重新办理。' : '追加的评价已收到。'),
        )
      }
    >
      <Form.Item
        name="words"
        label="追加的评价"
        extra={<span className="beside-count">只能追加一次</span>}
        rules={[{ required: true, whitespace: true, message: '请填写' }, atMost(RATING_WORDS_LIMIT)]}
      >
        <Input.TextArea
          count={{ max: RATING_WORDS_LIMIT, show: true }}
          autoSize={{ minRows: 2, maxRows: 8 }}
        />
      </Form.Item>
      {isAnswered && (
        <Form.Item name="unsettled" valuePropName="checked">
          <Checkbox>问题没有解决，请重新办理</Checkbox>
        </Form.Item>
      )}
      <Button style={{ marginInlineEnd: 8 }} onClick={onLater}>
        暂不追加
      </Button>
    </RecordForm>
  );
}
