import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { useGo, usePlace } from '../palette/use-place.ts';
import { t } from '../texts/t.ts';
import { byClient, fits } from './switcher-list.ts';

/** Which engagement one looks at; by typing part of a code, a title or a client's name one gets to another. */
export function EngagementSwitcher() {
  const portfolio = useAll<EngagementLine>('portfolio');
  const { engagement } = usePlace();
  const go = useGo();
  const [text, setText] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setText('');
    },
  });
  const lines = portfolio.data ?? [];
  const here = lines.find(({ engagementId }) => engagementId === engagement);
  const shown = combobox.dropdownOpened ? text : (here?.title ?? t('frame.allEngagements'));

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        combobox.closeDropdown();
        go(id === '' ? '/' : `/engagements/${id}`);
      }}
    >
      <Combobox.Target>
        <InputBase
          aria-label={t('frame.engagement')}
          className="switcher"
          value={shown}
          placeholder={t('frame.engagement')}
          rightSection={<IconSelector size={16} />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.openDropdown()}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onBlur={() => combobox.closeDropdown()}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label={t('frame.engagement')}>
          {text === '' && <Combobox.Option value="">{t('frame.allEngagements')}</Combobox.Option>}
          {byClient(lines.filter(fits(text))).map(([client, engagements]) => (
            <Combobox.Group key={client} label={client}>
              {engagements.map(({ engagementId, title, code }) => (
                <Combobox.Option key={engagementId} value={engagementId} active={engagementId === engagement}>
                  {title} <span className="muted">{code}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {text !== '' && !lines.some(fits(text)) && <Combobox.Empty>{t('frame.noMatch')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
