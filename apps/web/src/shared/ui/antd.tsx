import { DownOutlined, SearchOutlined } from '@ant-design/icons';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { ANTD_THEME } from './tokens';

/**
 * Language and looks for the parts of antd within. Pages without any do not load it. Its pictures bear English names: those that say nothing
 * are not read out, and the one that stands for a word says it. Beside a list that shows only what is scrolled to, antd keeps a hidden one for
 * screen readers whose lines are the values, an id among them; without that the list itself is read, in the words that are shown.
 */
export default function Antd({ children }: { readonly children: ReactNode }) {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={ANTD_THEME}
      virtual={false}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      select={{ suffixIcon: <DownOutlined aria-hidden /> }}
      inputSearch={{ searchIcon: <SearchOutlined aria-label="查找" /> }}
    >
      {children}
    </ConfigProvider>
  );
}
