import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countFurther, nothingCounted } from '../../../src/shared/stream/text-count'

const count = (text: string) => countFurther(nothingCounted, text)

/** Counted by OpenAI's `o200k_base`, the tokenizer of GPT-4o and GPT-5. */
const counted: readonly (readonly [language: string, tokens: number, text: string])[] = [
  [
    'english',
    41,
    'You are missing backpressure: the source produces faster than the sink accepts, and everything in between waits in memory. A loop that ignores the returned value keeps filling it until the process runs out of room.',
  ],
  [
    'english',
    54,
    'Dear neighbour, thank you for your letter of 3 March 2026. We have looked into the noise that you describe and found that the ventilation on the second floor runs until 23:45; from Monday it will be switched off at 22:00.',
  ],
  [
    'code',
    83,
    "import { pipeline } from 'node:stream/promises'\nimport { createGzip } from 'node:zlib'\n\n// Each stage reads only as fast as the next one drains.\nexport async function compress(source, sink, { signal }) {\n  if (source === undefined) throw new TypeError('No source')\n  await pipeline(source, createGzip({ level: 6 }), sink, { signal })\n}\n",
  ],
  [
    'code',
    75,
    'def running_mean(values, window=5):\n    """Mean of the last `window` values."""\n    total = 0.0\n    kept = []\n    for value in values:\n        kept.append(value)\n        total += value\n        if len(kept) > window:\n            total -= kept.pop(0)\n        yield total / len(kept)\n',
  ],
  [
    'german',
    58,
    'Der Speicher wächst, weil die Quelle schneller liefert, als das Ziel schreiben kann. Jede Stufe dazwischen hält die Daten fest, bis sie gebraucht werden. Wenn die Funktion zum Schreiben „falsch“ zurückgibt, sollte die Schleife warten, bis der Puffer wieder leer ist.',
  ],
  [
    'german',
    69,
    'Guten Morgen! Für die Reise nach Lissabon empfehle ich drei Tage: am ersten die Altstadt mit ihren steilen Gassen, am zweiten die Museen am Fluss, am dritten einen Ausflug ans Meer. Nehmen Sie bequeme Schuhe mit, denn die Straßen sind mit glatten Steinen gepflastert.',
  ],
  [
    'french',
    53,
    'La mémoire augmente parce que la source produit plus vite que la destination ne peut écrire. Chaque étape intermédiaire garde les données jusqu’à ce qu’on en ait besoin. Lorsque la fonction renvoie « faux », il faut attendre que le tampon soit vidé avant de continuer.',
  ],
  [
    'french',
    52,
    'Bonjour Madame, je vous écris au sujet de l’appartement situé au troisième étage. Le chauffage ne fonctionne plus depuis lundi dernier, et malgré plusieurs appels, personne n’est encore venu. Pourriez-vous m’indiquer quand un technicien passera ?',
  ],
  [
    'spanish',
    51,
    'La memoria crece porque la fuente produce más rápido de lo que el destino puede escribir. Cada etapa intermedia guarda los datos hasta que se necesitan. Cuando la función devuelve falso, el bucle debería esperar a que el búfer se vacíe.',
  ],
  [
    'spanish',
    47,
    'Para hacer un buen pan en casa necesitas harina, agua, sal y paciencia. Mezcla los ingredientes, deja reposar la masa toda la noche en un lugar fresco y hornéala a la mañana siguiente con el horno muy caliente.',
  ],
  [
    'russian',
    55,
    'Память растёт, потому что источник производит данные быстрее, чем приёмник успевает их записывать. Каждый промежуточный этап хранит данные, пока они не понадобятся. Когда функция записи возвращает ложь, цикл должен подождать.',
  ],
  [
    'russian',
    52,
    'Добрый день! Чтобы приготовить хороший хлеб дома, вам понадобятся мука, вода, соль и терпение. Смешайте всё, оставьте тесто на ночь в прохладном месте, а утром испеките его в горячей печи.',
  ],
  [
    'chinese',
    55,
    '内存不断增长，是因为数据源的产生速度快于目标的写入速度。中间的每个阶段都会保存数据，直到需要时才释放。当写入函数返回假值时，循环应该等待缓冲区清空之后再继续。',
  ],
  [
    'chinese',
    63,
    '你好！如果想在里斯本玩三天，我建议第一天逛老城区，第二天参观河边的博物馆，第三天去海边走走。记得穿舒适的鞋子，因为街道大多是石头铺成的，而且很陡。',
  ],
  [
    'japanese',
    74,
    'メモリが増え続けるのは、データの供給元が書き込み先より速く生成しているからです。途中の各段階は、必要になるまでデータを保持します。書き込み関数が偽を返したら、バッファが空になるまで待つべきです。',
  ],
  [
    'japanese',
    64,
    'こんにちは。家でおいしいパンを作るには、小麦粉と水と塩、そして少しの忍耐が必要です。材料を混ぜて、生地を一晩涼しい場所で休ませ、翌朝よく熱したオーブンで焼いてください。',
  ],
  [
    'korean',
    62,
    '메모리가 계속 늘어나는 이유는 데이터 소스가 쓰기 대상보다 더 빠르게 생성하기 때문입니다. 중간의 각 단계는 필요할 때까지 데이터를 보관합니다. 쓰기 함수가 거짓을 반환하면 버퍼가 비워질 때까지 기다려야 합니다.',
  ],
  [
    'korean',
    65,
    '안녕하세요! 집에서 맛있는 빵을 만들려면 밀가루와 물, 소금, 그리고 인내심이 필요합니다. 재료를 섞고 반죽을 밤새 서늘한 곳에 두었다가 다음 날 아침 뜨거운 오븐에서 구우세요.',
  ],
  [
    'arabic',
    50,
    'تنمو الذاكرة لأن المصدر ينتج البيانات أسرع مما يستطيع الهدف كتابتها. تحتفظ كل مرحلة وسيطة بالبيانات حتى تكون هناك حاجة إليها. عندما تعيد دالة الكتابة قيمة خاطئة، يجب أن تنتظر الحلقة.',
  ],
  [
    'arabic',
    49,
    'لصنع خبز جيد في المنزل تحتاج إلى الدقيق والماء والملح والصبر. اخلط المكونات واترك العجين طوال الليل في مكان بارد، ثم اخبزه في الصباح في فرن ساخن جدا.',
  ],
  [
    'hindi',
    42,
    'मेमोरी बढ़ती है क्योंकि स्रोत लक्ष्य के लिखने की गति से तेज़ डेटा बनाता है। बीच का हर चरण डेटा को तब तक रखता है जब तक उसकी ज़रूरत न हो।',
  ],
  [
    'hindi',
    37,
    'घर पर अच्छी रोटी बनाने के लिए आपको आटा, पानी, नमक और धैर्य चाहिए। सामग्री मिलाएँ और आटे को रात भर ठंडी जगह पर रखें।',
  ],
  ['emoji', 29, 'Great! 🎉🚀 Let’s go 👩‍👩‍👧‍👦 ✅ done ❌ not 🇩🇪'],
  ['emoji', 20, 'Ok 👍🏽 fine 😀😃😄 ⚠️ careful ➡️ next 💡'],
]

describe('tokens', () => {
  test.each(counted)('%s, %i by the tokenizer', (language, tokens, text) => {
    const error = Math.abs(count(text).tokens / tokens - 1)
    expect(error).toBeLessThan(language === 'english' || language === 'code' ? 0.12 : 0.25)
  })

  test('of the whole sample are within 5 %', () => {
    const known = counted.reduce((sum, [, tokens]) => sum + tokens, 0)
    const estimated = counted.reduce((sum, [, , text]) => sum + count(text).tokens, 0)
    expect(Math.abs(estimated / known - 1)).toBeLessThan(0.05)
  })
})

describe('words', () => {
  test.each([
    ['', 0],
    ['  one\n\ntwo\tthree ', 3],
    ['don’t – stop', 3],
    ['日本語', 3],
    ['二つの words、here', 5],
    ['두 단어', 2],
  ])('%j has %i', (text, words) => {
    expect(count(text).words).toBe(words)
  })
})

describe('a text that grows', () => {
  test('is counted as if it had come at once, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
        let text = ''
        let grown = nothingCounted
        for (const piece of pieces) {
          text += piece
          grown = countFurther(grown, text)
        }
        const whole = count(text)
        expect(grown).toEqual({ ...whole, tokens: expect.closeTo(whole.tokens, 6) })
      }),
    )
  })

  test('that became another one is counted anew', () => {
    expect(countFurther(count('one two three'), 'four')).toEqual(count('four'))
  })
})
