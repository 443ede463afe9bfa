/* What an author of ribbon commands and form scripts writes by hand: no modules, no build, callbacks beside promises. */
var Fab = window.Fab || {};
window.Fab = Fab;

Fab.Ticket = (function () {
  'use strict';

  /** What happened, for whoever asks. */
  var log = [];
  var formContext = null;

  function onLoad(executionContext, text, number, flag) {
    formContext = executionContext.getFormContext();
    log.push(['load', text, number, flag, executionContext.getDepth()]);
    var contact = formContext.getControl('fab_contactid');
    contact.addPreSearch(function () {
      contact.addCustomFilter(
        '<filter type="and"><condition attribute="lastname" operator="eq" value="O&apos;Brien &lt;&amp;&gt;" /></filter>',
        'contact',
      );
    });
    var parts = formContext.getControl('Subgrid_parts');
    if (formContext.ui.getFormType() !== 1) {
      parts.addOnLoad(function (gridEvent) {
        var grid = gridEvent.getEventSource().getGrid();
        // Authors read the form in here; that must not make it a handler of what it reads.
        formContext.getAttribute('fab_hours').getValue();
        log.push(['parts', grid.getRows().getLength(), grid.getSelectedRows().getLength()]);
      });
    }
  }

  function onSave(executionContext) {
    var args = executionContext.getEventArgs();
    log.push(['save', args.getSaveMode()]);
    if (formContext.getAttribute('fab_name').getValue() === 'Do not save') args.preventDefault();
  }

  function onPriority(executionContext) {
    var attribute = executionContext.getEventSource();
    var form = executionContext.getFormContext();
    log.push(['change', attribute.getName(), attribute.getText()]);
    form.getAttribute('fab_due').setRequiredLevel(attribute.getValue() === 2 ? 'required' : 'none');
    form.ui.tabs
      .get('general')
      .sections.get('planning')
      .setVisible(attribute.getValue() !== 1);
  }

  function escalate(primaryControl, id, level, priority, flag, factor) {
    log.push(['escalate', primaryControl.data.entity.getId(), id, level, priority, flag, factor]);
    var message = Xrm.Utility.getResourceString('fab_/strings/Ticket', 'escalated').replace('{0}', level);
    return Xrm.Navigation.openConfirmDialog({ title: 'Escalate', text: message }).then(function (answer) {
      if (!answer.confirmed) return undefined;
      Xrm.Utility.showProgressIndicator('Escalating');
      return Xrm.WebApi.updateRecord('fab_ticket', id, { fab_priority: priority })
        .then(function () {
          return primaryControl.data.refresh(false);
        })
        .then(
          function () {
            Xrm.Utility.closeProgressIndicator();
            primaryControl.ui.refreshRibbon();
            primaryControl.ui.setFormNotification(message, 'INFO', 'escalated');
          },
          function (error) {
            Xrm.Utility.closeProgressIndicator();
            return Xrm.Navigation.openErrorDialog({ message: error.message });
          },
        );
    });
  }

  function closeSelected(selectedControl, references, ids, table) {
    log.push(['close', references, ids, table]);
    var requests = references.map(function (reference) {
      return new UpdateRequest(reference.TypeName, reference.Id, { statecode: 1, statuscode: 2 });
    });
    return Xrm.WebApi.online.executeMultiple([requests]).then(function () {
      selectedControl.refresh();
    });
  }

  function UpdateRequest(table, id, payload) {
    this.etn = table;
    this.id = id;
    this.payload = payload;
  }
  UpdateRequest.prototype.getMetadata = function () {
    return { boundParameter: null, parameterTypes: {}, operationType: 2, operationName: 'Update' };
  };

  return {
    log: log,
    form: function () {
      return formContext;
    },
    onLoad: onLoad,
    onSave: onSave,
    onPriority: onPriority,
    escalate: escalate,
    closeSelected: closeSelected,
    note: function (primaryControl, text, properties) {
      log.push(['note', text, properties.SourceControlId]);
    },
    fails: function () {
      throw new Error('<b>It</b> does not work & never did');
    },
    populate: function (properties) {
      properties.PopulationXML = '<Menu Id="fab.Menu" />';
    },
    slowRule: function (primaryControl) {
      var isSlow = primaryControl.getAttribute('fab_name').getValue() === 'Slow';
      return new Promise(function (resolve) {
        setTimeout(resolve, isSlow ? 11000 : 0, true);
      });
    },
    throwingRule: function () {
      throw new Error('The rule is broken.');
    },
    rejectingRule: function () {
      return Promise.reject(new Error('The rule cannot know.'));
    },
  };
})();
