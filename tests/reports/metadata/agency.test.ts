import { describe, expect, it } from 'vitest';
import {
  agencyInTitle,
  officeInText,
  subjectOfTitle,
  townInText,
} from '../../../src/reports/metadata/agency.ts';

describe('agencyInTitle', () => {
  it.each([
    ['县林业局2023年工作总结', '县林业局'],
    ['棠溪县卫生健康委员会2023年上半年工作总结', '棠溪县卫生健康委员会'],
    ['雁汀镇人民政府2023年工作报告', '雁汀镇'],
    ['柳荫街道2023年工作总结', '柳荫街道'],
    ['2023年上半年XX镇政府工作报告', 'XX镇'],
    ['市生态环境局XX分局2023年工作总结及2024年工作计划', '市生态环境局XX分局'],
    ['县公安局交警大队2023年工作总结', '县公安局交警大队'],
    ['县人民法院2023年工作总结', '县人民法院'],
    ['市场监督管理局2023年工作总结', '市场监督管理局'],
    ['县委办公室2023年工作总结', '县委办公室'],
    ['关于县林业局2023年工作总结的报告', '县林业局'],
    ['2023年交通运输局工作总结', '交通运输局'],
    ['2023年乡村振兴局工作总结', '乡村振兴局'],
    ['2023年县委办公室工作总结', '县委办公室'],
    ['县委宣传部2023年工作总结', '县委宣传部'],
    ['雁汀镇中心卫生院2023年工作总结', '雁汀镇中心卫生院'],
  ])('names the author of %s: %s', (title, agency) => {
    expect(agencyInTitle(title)).toBe(agency);
  });

  it.each([
    '2023年工作总结',
    '2023年上半年政府工作报告',
    '2023年上半年工作总结和下半年工作计划（镇乡）',
    '2023年乡村振兴工作总结',
    '2023年科技创新工作总结',
    '2023年办公用房清理工作总结',
    '',
  ])('names nobody for %j', (title) => {
    expect(agencyInTitle(title)).toBeUndefined();
  });
});

describe('subjectOfTitle', () => {
  it.each([
    ['县林业局2023年工作总结', ''],
    ['区发改局2023年食品安全工作总结', '食品安全'],
    ['2023年爱国卫生运动工作总结', '爱国卫生运动'],
    ['县林业局2023年工作总结及2024年工作计划', ''],
  ])('of %s is %j', (title, subject) => {
    expect(subjectOfTitle(title)).toBe(subject);
  });
});

describe('townInText', () => {
  it('is the town that the report names most often', () => {
    const text = '我镇修渠。在雁汀镇，水到了田头。来到雁汀镇的人多了。芦湾镇也来学习。全雁汀镇喜气洋洋。';
    expect(townInText(text)).toBe('雁汀镇');
  });

  it('is a masked name where the report masks it', () => {
    expect(townInText('2023年，XX镇修渠引水。XX镇人民安居。')).toBe('XX镇');
  });

  it('is only the type of town where no name is given', () => {
    expect(townInText('2023年，我街道修渠引水。')).toBe('街道');
  });

  it('is undefined where the author is no town', () => {
    expect(townInText('全县修渠引水，各镇各村都通了水。')).toBeUndefined();
  });
});

describe('officeInText', () => {
  it('is the office that the opening names first', () => {
    expect(officeInText('2023年，县林业局植树造林。县水利局修渠。')).toBe('县林业局');
  });

  it.each(['在市委、县委的领导下，工作有序。', '开创工作新局面，形成新格局。', '上级有关部门给予指导。'])(
    'is none above the author and no figure of speech: %s',
    (text) => {
      expect(officeInText(text)).toBeUndefined();
    },
  );
});
