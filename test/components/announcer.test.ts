import { expect, test } from 'vitest';
import { Announcer } from '../../web-components/suggest/announcer.ts';

const spoken = () => {
  const heard: string[] = [];
  const announcer = new Announcer(() => heard.push(announcer.texts.join('')));
  return { announcer, heard };
};

test('what the agent did is not spoken over by the news that was told before', () => {
  const { announcer, heard } = spoken();
  announcer.say('1 suggested answer');
  announcer.say('Inserted', true);
  announcer.say('1 suggested answer');
  expect(heard).toEqual(['1 suggested answer', 'Inserted']);
});

test('the same action twice is spoken twice', () => {
  const { announcer, heard } = spoken();
  announcer.say('Copied', true);
  announcer.say('Copied', true);
  expect(heard).toEqual(['Copied', 'Copied']);
});

test('the same news of another conversation is told again', () => {
  const { announcer, heard } = spoken();
  announcer.say('2 suggested answers');
  announcer.forget();
  announcer.say('2 suggested answers');
  expect(heard).toEqual(['2 suggested answers', '2 suggested answers']);
});
