from django.http import HttpResponse
from django.urls import path


def stub(request):
    return HttpResponse()


urlpatterns = [path('kerja-sama/', stub, name='agreements'), path('kerja-sama/<int:pk>/', stub, name='agreement')]
