package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;

/**
 * One line of what needs somebody's attention.
 *
 * @param status decides shape, colour and order
 * @param what object and fact
 * @param why cause or consequence
 * @param age how long it has been so, formatted
 * @param action one button or link
 */
public record AttentionItem(Status status, String what, String why, String age, Component action) {}
