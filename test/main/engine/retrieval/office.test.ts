import { describe, expect, it } from 'vitest';
import { drawn, officeFile, paragraph, runs, slide, word } from '../../../support/documents/office';
import { retrievalRoom } from '../../../support/retrieval';

const { retrieval, add } = retrievalRoom();

async function textOf(name: string, content: Buffer): Promise<string> {
  const { fileId } = await add(name, content);
  return (retrieval().text(fileId)?.text ?? '').trimEnd();
}

describe('a Word document', () => {
  it('is read with what was inserted and without what was deleted', async () => {
    const body = [
      paragraph(
        `${runs('The price is ')}<w:del w:author="Ada"><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins w:author="Ada">${runs('twelve')}</w:ins>${runs(' francs.')}`,
      ),
      paragraph(`<w:moveFrom w:author="Ada">${runs('Moved away.')}</w:moveFrom>${runs('It stays.')}`),
      paragraph(`<w:moveTo w:author="Ada">${runs('Moved here.')}</w:moveTo>`),
      paragraph(`<w:pPr><w:rPr><w:del w:author="Ada"/></w:rPr></w:pPr>${runs('One sentence')}`),
      paragraph(runs(' that was two.')),
    ].join('');
    expect(await textOf('tracked.docx', word(body))).toBe(
      'The price is twelve francs.\n\nIt stays.\n\nMoved here.\n\nOne sentence that was two.',
    );
  });

  it('is read with its headers, footers, notes and comments, each called what it is', async () => {
    const body = [
      paragraph(
        `${runs('The ')}<w:commentRangeStart w:id="7"/>${runs('lease')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${runs(' ends in May')}<w:r><w:footnoteReference w:id="2"/></w:r>${runs('.')}`,
      ),
      paragraph(`${runs('Rent is paid monthly')}<w:r><w:endnoteReference w:id="3"/></w:r>${runs('.')}`),
      '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/><w:footerReference r:id="rId3"/></w:sectPr>',
    ].join('');
    const header = (text: string) => ({ type: 'header', xml: `<w:hdr>${paragraph(runs(text))}</w:hdr>` });
    const file = word(body, {
      'header1.xml': header('Confidential'),
      'header2.xml': header('Confidential'),
      'footer1.xml': { type: 'footer', xml: `<w:ftr>${paragraph(runs('Harbour Ltd'))}</w:ftr>` },
      'footnotes.xml': {
        type: 'footnotes',
        xml: `<w:footnotes><w:footnote w:id="0" w:type="separator">${paragraph(runs('—'))}</w:footnote><w:footnote w:id="2">${paragraph(runs('Unless renewed.'))}</w:footnote></w:footnotes>`,
      },
      'endnotes.xml': {
        type: 'endnotes',
        xml: `<w:endnotes><w:endnote w:id="3">${paragraph(runs('By transfer.'))}</w:endnote></w:endnotes>`,
      },
      'comments.xml': {
        type: 'comments',
        xml: `<w:comments><w:comment w:id="7" w:author="Ada Lovelace">${paragraph(runs('Which one?'))}</w:comment></w:comments>`,
      },
    });
    expect(await textOf('lease.docx', file)).toBe(
      [
        'Header: Confidential',
        'The lease ends in May[1].',
        'Rent is paid monthly[2].',
        'Footnote [1]: Unless renewed.',
        'Endnote [2]: By transfer.',
        'Comment by Ada Lovelace on “lease”: Which one?',
        'Footer: Harbour Ltd',
      ].join('\n\n'),
    );
  });

  it('is read with its text boxes once, behind the paragraph they are tied to', async () => {
    const box = paragraph(runs('Open on Sundays'));
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${box}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const old = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(runs('Closed in May'))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const body =
      paragraph(`${runs('The mill ')}${drawing}${runs('grinds.')}`) + paragraph(old) + paragraph(runs('End.'));
    expect(await textOf('boxes.docx', word(body))).toBe(
      'The mill grinds.\n\nText box: Open on Sundays\n\nText box: Closed in May\n\nEnd.',
    );
  });

  it('keeps rows of tables together, and tabs, breaks, hyphens and formulas as they are read', async () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const nested = `<w:tbl><w:tr>${cell(paragraph(runs('x')))}${cell(paragraph(runs('y')))}</w:tr></w:tbl>`;
    const body = [
      '<w:tbl>',
      `<w:tr>${cell(paragraph(runs('Region')))}${cell(paragraph(runs('Premium')))}</w:tr>`,
      `<w:tr>${cell(paragraph(runs('Grau')) + paragraph(runs('bünden')))}${cell(nested + paragraph(''))}</w:tr>`,
      '</w:tbl>',
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${runs('A')}<w:r><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t></w:r></w:p>`,
      paragraph('<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>'),
      paragraph(
        '<w:r><w:instrText>PAGE \\* SECRET</w:instrText></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t></w:r></w:fldSimple>',
      ),
      paragraph(runs('R&amp;D &lt;5&gt;')),
    ].join('');
    expect(await textOf('table.docx', word(body))).toBe(
      'Region\tPremium\nGrau bünden\tx y\n\nA\tB\nC-D\n\na=b\n\n4\n\nR&D <5>',
    );
  });

  it('is read with the words of its charts and diagrams', async () => {
    const file = word(paragraph(runs('See below.')), {
      'charts/chart1.xml': { type: 'chart', xml: `<c:chartSpace>${drawn('Catch by month')}</c:chartSpace>` },
      'diagrams/data1.xml': { type: 'diagramData', xml: `<dgm:dataModel>${drawn('Net\nBoat')}</dgm:dataModel>` },
    });
    expect(await textOf('chart.docx', file)).toBe('See below.\n\nChart: Catch by month\n\nDiagram: Net\nBoat');
  });
});

describe('a presentation', () => {
  it('is read in the order of its slides, with tables, notes and comments called what they are', async () => {
    const table = `<p:sld xmlns:a="a" xmlns:p="p"><a:tbl><a:tr><a:tc><a:txBody>${drawn('Net')}</a:txBody></a:tc><a:tc><a:txBody>${drawn('12')}</a:txBody></a:tc></a:tr></a:tbl></p:sld>`;
    const notes = `<p:notes xmlns:a="a" xmlns:p="p">${drawn('Say it slowly')}<a:p><a:fld type="slidenum"><a:t>2</a:t></a:fld></a:p></p:notes>`;
    const file = officeFile([
      {
        path: 'ppt/presentation.xml',
        xml: '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId1"/></p:sldIdLst></p:presentation>',
        refers: [
          { type: 'slide', to: 'slides/slide1.xml' },
          { type: 'slide', to: 'slides/slide2.xml' },
          { type: 'commentAuthors', to: 'commentAuthors.xml' },
        ],
      },
      {
        path: 'ppt/slides/slide1.xml',
        xml: table,
        refers: [
          { type: 'notesSlide', to: '../notesSlides/notesSlide1.xml' },
          { type: 'comments', to: '../comments/comment1.xml' },
        ],
      },
      { path: 'ppt/slides/slide2.xml', xml: slide('Welcome', 'To the\nharbour') },
      { path: 'ppt/notesSlides/notesSlide1.xml', xml: notes },
      {
        path: 'ppt/comments/comment1.xml',
        xml: '<p:cmLst xmlns:p="p"><p:cm authorId="0"><p:text>Too few?</p:text></p:cm></p:cmLst>',
      },
      {
        path: 'ppt/commentAuthors.xml',
        xml: '<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="0" name="Bea"/></p:cmAuthorLst>',
      },
    ]);
    expect(await textOf('talk.pptx', file)).toBe(
      'Welcome\nTo the\nharbour\n\nNet\t12\n\nNotes: Say it slowly\n\nComment by Bea: Too few?',
    );
  });
});

describe('a workbook', () => {
  const book = (sheetXml: string, refers: { type: string; to: string }[], others: Parameters<typeof officeFile>[0]) =>
    officeFile([
      {
        path: 'xl/workbook.xml',
        xml: '<workbook xmlns:r="r"><sheets><sheet name="Fish" sheetId="1" r:id="rId1"/></sheets></workbook>',
        refers: [
          { type: 'worksheet', to: 'worksheets/sheet1.xml' },
          { type: 'person', to: 'persons/person.xml' },
        ],
      },
      { path: 'xl/worksheets/sheet1.xml', xml: sheetXml, refers },
      ...others,
    ]);
  const sheet =
    '<worksheet><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>Cod</t></is></c><c r="D2"><v>3</v></c></row></sheetData></worksheet>';

  it('is read with its cells in their columns and its comments', async () => {
    const comments =
      '<comments><authors><author>Ada</author></authors><commentList><comment ref="D2" authorId="0"><text><r><t>Counted </t></r><r><t>twice</t></r></text></comment></commentList></comments>';
    const file = book(
      sheet,
      [{ type: 'comments', to: '../comments1.xml' }],
      [{ path: 'xl/comments1.xml', xml: comments }],
    );
    expect(await textOf('fish.xlsx', file)).toBe('\n\tCod\t\t3\n\nComment by Ada on D2: Counted twice');
  });

  it('is read with the comments of a conversation, not with what stands in for them', async () => {
    const file = book(
      sheet,
      [
        { type: 'comments', to: '../comments1.xml' },
        { type: 'threadedComment', to: '../threadedComments/threadedComment1.xml' },
      ],
      [
        {
          path: 'xl/comments1.xml',
          xml: '<comments><authors><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>[Threaded comment] Your version of Excel …</t></text></comment></commentList></comments>',
        },
        {
          path: 'xl/threadedComments/threadedComment1.xml',
          xml: '<ThreadedComments><threadedComment ref="B2" personId="{P}"><text>Is it cod?</text></threadedComment></ThreadedComments>',
        },
        { path: 'xl/persons/person.xml', xml: '<personList><person displayName="Bea" id="{P}"/></personList>' },
      ],
    );
    expect(await textOf('talked.xlsx', file)).toBe('\n\tCod\t\t3\n\nComment by Bea on B2: Is it cod?');
  });
});
