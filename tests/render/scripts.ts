import fc from 'fast-check';

/** Text of many scripts, composed and decomposed, and of emoji: what titles and notes are written in. */
const WORDS = [
  ...[
    'Storing data',
    'naïve',
    'Прогноз',
    'Хранение',
    'Δεδομένα',
    'ἀρχή',
    'שלום',
    'بيانات',
    'ข้อมูล',
    'ដ',
    'डाटा',
    'தரவு',
  ],
  ...['数据仓库', '資料', 'データ', 'ﾃﾞｰﾀ', '데이터', 'ＡＢＣ', 'ﷺ', 'Việt Nam', 'Å', 'ё', 'й', '①', '½', '…'],
  ...['👍', '👍🏽', '👩‍💻', '👨‍👩‍👧', '🏳️‍🌈', '🇩🇪', '❤️', '☀', '☀️', '1️⃣', '™', '⌚', '🚀'],
];

/** A title of mixed scripts, as it is or with its marks apart. */
export const mixedText = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' ', '-')), { maxLength: 12 }),
    fc.constantFrom('NFC', 'NFD'),
  )
  .map(([words, form]) => words.flat().join('').normalize(form));
