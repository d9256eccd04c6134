import { DownOutlined, SearchOutlined } from '@ant-design/icons';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { ANTD_THEME } from './tokens';

/**
 * Language and looks for the parts of antd within. Pages without any do not load it. Its pictures bear English names: those that say nothing
 * are not read out, and the one that stands for a word says it.
 */
export default function Antd({ children }: { readonly children: ReactNode }) {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={ANTD_THEME}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      select={{ suffixIcon: <DownOutlined aria-hidden /> }}
      inputSearch={{ searchIcon: <SearchOutlined aria-label="查找" /> }}
    >
      {children}
    </ConfigProvider>
  );
}
