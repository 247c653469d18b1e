package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.datastore.Preparation;
import ai.hexabase.console.uikit.CopyField;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What has to be done on the server first, to copy. */
final class PreparationHelp extends Details {
    PreparationHelp() {
        setSummaryText(Texts.get("datastore.prepare"));
        var statements = new Div();
        statements.addClassName("hx-statements");
        Preparation.statements().forEach(each -> statements.add(new CopyField(each)));
        add(new Paragraph(Texts.get("datastore.prepare.text")), statements);
    }
}
